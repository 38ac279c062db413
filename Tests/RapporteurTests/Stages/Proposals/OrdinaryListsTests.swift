import Rapporteur
import Testing

/// Lists that nobody puts forward: advice, rankings, chronologies, agendas, reasons, parts.
@Suite struct OrdinaryListsTests {
  @Test(arguments: [
    """
    How to descale a kettle

    Descaling takes ten minutes. Here are the steps:

    1. Fill the kettle with water and vinegar.

    2. Bring it to the boil and leave it for an hour.

    3. Rinse it twice.
    """,
    """
    The ten loudest stadiums in the league

    1. Harbour Park: 118 decibels

    2. The Foundry: 115 decibels

    3. Meadow Lane: 113 decibels
    """,
    """
    Article 1. Every citizen has the right to water.

    Article 2. The State protects the springs.

    Article 3. The law sets the price.
    """,
    """
    Premier opens the lock at Ostrava. The ceremony drew 3,000 people.

    Most popular

    1. Storm tears roof off market

    2. Bus fares to rise in autumn

    3. Minister quits over villa
    """,
    """
    Q1. Who chairs the bank?

    Q2. How often does the board meet?

    Q3. Where are the minutes kept?
    """,
    """
    Method

    1. Heat the oil in a pan and fry the onions.

    2. Add the rice and stir for two minutes.

    3. Pour in the stock and simmer.

    Serve with lemon.
    """,
    """
    Contents

    1. Introduction

    2. The port before the war

    3. Reconstruction

    4. Conclusion
    """,
    """
    Three ways to keep basil alive

    1. Water it from below.

    2. Keep it away from the window.

    3. Pinch off the flowers.
    """,
    """
    FAQ

    1. How do I open an account?

    Call us or visit a branch.

    2. What documents do I need?

    Bring your passport.

    3. How long does it take?

    About a week.
    """,
    """
    Top 5 phones of the year

    1. Orbit X
    2. Lumen 9
    3. Petal Pro
    4. Arc Mini
    5. Nova S
    """,
    """
    Timeline

    1. In 1998 the mine opened.

    2. In 2004 it was flooded.

    3. In 2011 it was sold.
    """,
    """
    How to write a good letter of complaint

    First, say what happened. Second, say what you want. Third, give them a date. Finally, keep a \
    copy of the letter.
    """,
    """
    Key dates

    1. Nominations close on 4 May.

    2. Early voting opens on 20 May.

    3. Polling day is 6 June.
    """,
    """
    Related stories:

    1. Ferry strike enters third week

    2. Minister promises talks

    3. Tourists stranded on islands
    """,
  ])
  func none(_ text: String) throws {
    let stages = ["verbatim", "sentences", "entities", "speakers", "proposals"]
    #expect(try MarkedPoints(text, stages: stages).document.proposals.isEmpty)
  }
}
