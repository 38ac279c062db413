import Testing

@testable import Rapporteur

/// Whose flag persons and bodies carry: `name: code`, or `name: -` where nobody can tell.
@Suite struct CountryTests {
  @Test(arguments: [
    ("Foreign Minister Ana Vaka of Fiji and her Thai colleague, Somsak Dee, spoke.", "Ana Vaka: FJ, Somsak Dee: TH"),
    ("Samoa's Tofilau Peni, Minister of Finance, spoke.", "Tofilau Peni: WS"),
    ("In Fiji, Speaker Ana Vaka spoke. A lender was named, Doris Hale of Lagos.", "Ana Vaka: FJ, Doris Hale: -"),
    ("Pope Agapetus spoke. Malacañang said nothing.", "Agapetus: VA, Malacanang: PH"),
    (
      "Ilir Dosku of Tirana spoke. His opposite number from Skopje, Goran Belev, smiled.",
      "Ilir Dosku: AL, Goran Belev: MK"
    ),
    (
      "Ana Vaka, who speaks for Fiji, and Ulf Rask, on behalf of the Kingdom of Norway, agreed.",
      "Ana Vaka: FJ, Ulf Rask: NO"
    ),
    ("Suva's defence chief, Josefa Tamani, smiled.", "Josefa Tamani: FJ"),
    ("The Gresham City Council and Umea University agreed in Nairobi.", "Gresham City Council: -"),
  ])
  func wordsBesideTellIt(_ text: String, _ expected: String) throws {
    try check(MarkedNames.annotate(text), expected)
  }

  @Test(arguments: [
    (
      "ACCRA, May 4 (GNA) -- Health Minister Kofi Bedi told the Ministry of Health to act.",
      "Kofi Bedi: GH, Ministry of Health: GH"
    ),
    ("DOHA, May 4 (GNA) -- Prime Minister Saad Miri spoke.", "Saad Miri: -"),
    ("ACCRA, May 4 (Yonhap) -- Prime Minister Noh Tae-il met President Kofi Bedi.", "Noh Tae-il: KR, Kofi Bedi: GH"),
    (
      "KUMASI, May 4 (AP) -- Health Minister Kofi Bedi met the chairman of Halm Motors, Karl Ott.",
      "Kofi Bedi: GH, Karl Ott: -"
    ),
    (
      "LIMA, May 4 (AP) -- Peru's Health Ministry spoke. Health Minister Iva Dukić of Croatia came with her Italian guest.",
      "Iva Dukić: HR"
    ),
    (
      "LIMA, May 4 (AP) -- Peru's president, Rosa Quiroz, met Labor Minister Wangmo Tshering of Bhutan and her deputy.",
      "Rosa Quiroz: PE, Wangmo Tshering: BT"
    ),
    (
      "SPLIT, May 4 (AP) -- Croatia and Nepal were there: Minister Iva Dukić and Minister Bimala Thapa of the Ministry of Trade.",
      "Iva Dukić: HR, Bimala Thapa: NP, Ministry of Trade: NP"
    ),
    ("GENEVA, May 4 (AP) -- Health Minister Kofi Bedi spoke.", "Kofi Bedi: -"),
    ("BERLIN, May 4 (AP) -- Former minister Udo Hahn spoke.", "Udo Hahn: -"),
    ("Sen. Opal Trask (D-La.) wrote to the Senate.", "Opal Trask: US, Senate: US"),
    (
      "President Iva Klein and President Milan Fodor met in Zagreb and Split, Croatia said.",
      "Iva Klein: HR, Milan Fodor: -"
    ),
  ])
  func thePageTellsTheRest(_ text: String, _ expected: String) throws {
    var document = try MarkedNames.annotate(text)
    if let range = document.blocks.first?.range {
      document.metadata.dateline = Datelines.shared.read(document.text.utf8.span, range, published: nil)
    }
    var options = Options.defaults(of: "entities")
    try Entities(&options).process(&document)
    try check(document, expected)
  }

  @Test func linesAroundTheArticleTellIt() throws {
    let text = """
      energy.govt.nz | Releases | Speeches

      Hot rocks for cold towns

      Energy Minister Tui Marsden said on Monday that steam from the ground would heat four towns in the valley, and that \
      pipes would be laid as soon as the snow had gone from the hills.

      The Ministry of Energy told reporters that the work would take three winters and would be paid for by the towns.
      """
    var pipeline = try MarkedNames.annotate(text)
    #expect(pipeline.entities.first { $0.type == .person }?.country == nil)
    pipeline.blocks.removeFirst()
    var options = Options.defaults(of: "entities")
    try Entities(&options).process(&pipeline)
    try check(pipeline, "Tui Marsden: NZ, Ministry of Energy: NZ")
  }

  @Test(arguments: [
    ("Tbilisi has asked Ottawa for talks.", ["GE", "CA"]),
    ("Delhi, Pretoria ask for time.", ["IN", "ZA"]),
    ("He flew to Tbilisi, and the streets of Ottawa were dark.", ["GPE:tbilisi", "GPE:ottawa"]),
    ("In Dili, Timor-Leste asked for time.", ["GPE:dili", "TL"]),
  ])
  func capitalsActForTheirCountries(_ text: String, _ keys: [String]) throws {
    let document = try MarkedNames.annotate(text)
    #expect(document.entities.filter { $0.type == .country }.map(\.key) == keys)
  }

  private func check(_ document: Document, _ expected: String) throws {
    for line in expected.split(separator: ", ") {
      let parts = line.split(separator: ": ")
      let entity = try #require(document.entities.first { $0.name == parts[0] }, "\(parts[0])")
      #expect(entity.country ?? "-" == parts[1], "\(parts[0])")
    }
  }
}
