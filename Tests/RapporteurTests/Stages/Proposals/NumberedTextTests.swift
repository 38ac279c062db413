import Rapporteur
import Testing

/// Numbers and ordinals that number no points, read without speakers and entities.
@Suite struct NumberedTextTests {
  @Test(arguments: [
    // Names and dates with ordinals.
    "First Lady Ruth Banda opened the fair. Second Lieutenant Ito saluted. It was the third visit in the second half.",
    // Chronology.
    "First, the presidents signed the guest book. Second, they walked in the garden. Third, they had tea.",
    // Reasons and findings.
    "The report gives three reasons. First, wages fell. Second, rents rose. Third, firms left the region.",
    "There are two reasons for that: (1) the drought and (2) the price of fuel.",
    // Advice.
    """
    How to plan your trip: four steps

    Follow these four steps before you travel.
    1. Check your passport.
    2. Book your flight early.
    3. Pack your bags.
    4. Tell your bank.
    """,
    """
    You need three things: (1) a sharp knife, (2) a large pan and (3) your favourite spices.
    """,
    // Rankings and most-read lists.
    """
    The five most visited cities
    1. Bangkok
    2. Paris
    3. London
    4. Dubai
    5. Singapore
    """,
    """
    Most read
    1 Storm hits coast
    2 Minister resigns
    3 Team wins cup
    """,
    // Agenda, articles.
    "The agenda has three items: 1) minutes, 2) budget, 3) elections.",
    "Article 1. The parties are free. Article 2. The parties are equal.",
    "The study included adults who (1) were over 18, (2) owned a phone, and (3) could read English.",
    "The deal has four phases. First, the data is collected. Second, it is cleaned. Third, it is stored. Fourth, it is used.",
    "三个原因：一是天气恶劣，二是道路湿滑，三是车速过快。",
    "这是他第一次访问该国，第二天他去了海边。",
  ])
  func noProposal(_ text: String) throws {
    let points = try MarkedPoints(text)
    #expect(points.found == points.document.text[points.document.text.range])
    #expect(points.announced.isEmpty)
  }
}
