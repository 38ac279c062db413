import Rapporteur
import Testing

@Suite struct AnnouncementFormsTests {
  private static let stages = ["verbatim", "sentences", "entities", "speakers", "proposals"]

  @Test(arguments: [
    // Any noun behind a verb that asks.
    """
    The fishers' league demanded three things of the port: ⟦a lit pier⟧, ⟦a fair scale⟧ and ⟦a winter fund.⟧
    """,
    "The guild wants two things: ⟦a spare engine on each boat⟧ and ⟦a nurse in each harbour.⟧",
    "The minister floated two ideas, neither of them new: ⟦a shared store of seed⟧; ⟦a ban on export limits in spring.⟧",
    // As many as announced, right behind.
    """
    Karim Odeh said the House had waited long enough. He laid four measures before the members:

    ⟦• a card that is valid in every district⟧

    ⟦• counters at the stations⟧

    ⟦• a fine for firms that withhold leave⟧

    ⟦• a report each year⟧

    Lena Marsh said the money was not there. The House rose at six.
    """,
    """
    Ferrand, the deputy said, has two conditions of her own.

    ⟦1. The files are opened.⟧

    ⟦2. The guards are paid.⟧
    """,
    // Without an announcement, behind the verb.
    "The minister suggested ⟦first, a seminar for young inspectors⟧; ⟦second, a common paper⟧; and ⟦third, a yearly drill.⟧",
    // Counted with cardinals.
    """
    The senator laid down three conditions for the loan. "⟦One. The mines are closed at night.⟧ ⟦Two. The unions sit at the \
    table.⟧ ⟦Three. Nobody is fired before June.⟧"
    """,
    """
    She named three demands. ⟦Number one, the buses must run on Sundays.⟧ ⟦Number two, the fares must fall.⟧ \
    ⟦Number three, the drivers must be heard.⟧
    """,
    // A verb of any kind behind "the third condition".
    """
    Okoro laid down three conditions. ⟦The first condition deals with water.⟧ ⟦The second condition concerns the roads.⟧ \
    ⟦The third condition is that schools reopen.⟧
    """,
    """
    Here is what the council should do:

    ⟦- Reserve three seats for the small harbours.⟧

    ⟦- Publish the model before the vote.⟧

    ⟦- Share the data with the towns.⟧
    """,
    // A count that is one word, and one that stands behind its points.
    """
    The minister's offer to the doctors is threefold: ⟦first, it pays the arrears⟧; ⟦second, it hires 200 nurses⟧; \
    ⟦third, it insures everyone.⟧
    """,
    """
    Okafor spoke last. ⟦First, the wells must be dug.⟧ ⟦Second, the pumps must be paid for.⟧ These two steps cannot wait, \
    he said.
    """,
    // Parts of a plan that somebody unveils.
    """
    She unveiled her plan in two parts. ⟦Part one: an account for each household.⟧ ⟦Part two: a price for each tonne.⟧
    """,
    // The colon of another sentence, and one inside the sentence.
    "The growers stand by their three demands. These are: ⟦diesel at half price⟧; ⟦seed⟧; ⟦the release of four men.⟧",
    "The council called for: ⟦1) an end to hostile broadcasts⟧; ⟦2) the return of the displaced.⟧",
    "Tenants handed the mayor a list of demands: ⟦(a) a lift by June⟧; ⟦(b) an apology.⟧",
    "The union put two demands on a banner: ⟦Open the lists.⟧ ⟦Bring them home.⟧",
    """
    The league condemned the arrests. In its statement, the league demanded the following:

    ⟦- the release of both editors⟧

    ⟦- the return of their computers⟧

    ⟦- an inquiry into the raid⟧
    """,
    // Behind a dash, behind a verb of recommending, counted inside a sentence.
    "In its place she set out a two-step alternative — ⟦first, an audit of the fund⟧; ⟦second, a levy on quarries.⟧",
    "The envoy recommends, ⟦first, that the mission stay⟧; ⟦second, that it be paid⟧; and ⟦third, that it be heard.⟧",
    // A resolution's paragraphs.
    """
    The Assembly of Small States,

    Noting with concern the price of insurance,

    ⟦1. Calls upon insurers to publish their models;⟧

    ⟦2. Requests the Secretary to report by June;⟧

    ⟦3. Decides to remain seized of the matter.⟧
    """,
    """
    The court ruled on Tuesday that the port may not dismiss its pilots. It is hereby ordered:

    ⟦1. The dismissals are void.⟧

    ⟦2. The port bears the costs.⟧
    """,
    // One sentence over two lines.
    """
    The president proposed two changes to the rules: ⟦(a) that drafts be shared⟧ and

    ⟦(b) that the states concerned be heard.⟧
    """,
  ])
  func found(_ marked: String) throws {
    #expect(try MarkedPoints(marked, stages: Self.stages).found == marked)
  }

  @Test(arguments: [
    "The court sought five days: Monday, Tuesday, Wednesday, Thursday and Friday.",
    "Two demand",
    "One point",
    "The third point",
    "She asked three questions: who paid, who knew and who left.",
    """
    The team scored three times:

    1. Sow opened from the corner.

    2. Diop headed in.

    3. Ba closed the match.
    """,
  ])
  func none(_ text: String) throws {
    #expect(try MarkedPoints(text).document.proposals.isEmpty)
  }

  @Test(arguments: [
    (
      "Water Minister Salif Tounkara met farmers in Gao on Monday. The minister then put forward two proposals: first, open the "
        + "sluices; and second, repair the pumps.", ["Salif Tounkara"]
    ),
    (
      "Foreign Minister Elin Dahlgren hosted Foreign Minister Kofi Ansah in Malmo. The ministers proposed three steps: "
        + "(1) a hotline, (2) a joint school and (3) a shared archive.", ["Elin Dahlgren", "Kofi Ansah"]
    ),
    (
      "Sara Lindholm, who leads the guild, said the yards were empty, and demanded two things: a new dock and a fair lease.",
      ["Sara Lindholm"]
    ),
    (
      "The department, Mayor Tom Harker said on Friday, would adopt two measures by the end of the month: "
        + "first, lamps on every pier; second, a boat that patrols at night.", ["Tom Harker"]
    ),
  ])
  func proposer(_ text: String, _ names: [String]) throws {
    let document = try MarkedPoints(text, stages: Self.stages)
      .document
    #expect(document.proposals.map { $0.speakers.map(\.name) } == [names])
  }
}
