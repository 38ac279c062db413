import Testing

@testable import Rapporteur

/// Pages that were flattened to a single line, written with a line for each unit; what stands before its text says what
/// becomes of it.
@Suite struct OneLinePageTests {
  static let tail = """
    + title: Lake states open canal after four years of talks
    + paragraph: Vik, 22 March 2031. The two lake states have opened the canal again, ending talks that began in 2027. \
    The northern state pays for the locks and the southern one for the gates. "Nobody got what he wanted, which is how \
    you know it is fair," the harbour minister said. The council of the lake called the deal late.
    - share: Print Share on Facebook Share on X
    - navigation: Previous article Next article
    - copyright: All rights reserved 2031 Lake Monitor
    - disclaimer: Cookie policy
    - navigation: Contact us
    """

  static let buttons = """
    - navigation: Home News Sports Opinion Obituaries Log In Subscribe
    + title: Lake presidents lay out three priorities for the canal fund
    + byline: By Ana Silva
    - metadata: Nov 3, 2031
    - share: Facebook Twitter WhatsApp Email Print
    + paragraph: VIK, Nov. 3 (LNA) -- The presidents of the lake states on Monday laid out three priorities for a fund \
    that is to repair the canal. "First, the locks must close," one of them said. "Second, the villages must have water \
    that a child can drink. Third, the fishermen must have a reason to come back." The fund has raised ten million so far.
    - related: Read also: Ferry line reopens after repairs Related stories Comments (4)
    - copyright: Copyright 2031 Lake News. All rights reserved.
    """

  static let desk = """
    + title: Lake bank raises its forecast again
    + byline: By Ana Silva
    - metadata: Published 01/10/2030 11:20
    + paragraph: The bank of the lake states raised its forecast on Tuesday, as more boats carry more timber. The governor \
    warned that wages rise faster than the water. "We must not eat the seed corn," he told reporters in the old town hall.
    - credit: (Reporting by Ana Silva; Editing by Li Wei)
    - related: Read Next Salt price falls
    """

  static let chinese = """
    - navigation: 首页
    - navigation: 新闻
    - navigation: 财经
    + title: 两湖运河重新通航
    - metadata: 2032年03月05日 09:15
    - metadata: 来源:湖报
    + paragraph: 两湖国家的部长们五日宣布,运河将于六月重新通航,每天有二十艘船通过,船闸也将在春天修好。
    + paragraph: 部长表示,沿岸各地要坚持生态优先,严格控制船速,完善港口设施,并在年底前报告进展。
    + paragraph: 渔民协会负责人说,他们等这一天已经等了二十年,希望水能一直干净,鱼也能回来。
    - metadata: 责任编辑:赵敏
    """

  @Test(arguments: [tail, buttons, desk, chinese])
  func `every unit of the line is kept as what it is or cut with its kind`(marked: String) throws {
    let wanted = marked.split(separator: "\n").map(String.init)
    let page = wanted.map { $0.drop { $0 != ":" }.dropFirst(2) }.joined(separator: " ")
    #expect(FlattenedPage.pieces(try FlattenedPage.read(page)) == wanted)
  }

  @Test func `a sentence that begins as a tail does is none`() throws {
    let page =
      "The ministers of the two lake states agreed on Monday to open the canal again. Comments from the villages were "
      + "mixed, and related stories were told in every inn. Share prices of the harbour rose by two per cent."
    let document = try FlattenedPage.read(page)
    #expect(document.removed.isEmpty)
    #expect(document.blocks.count == 1)
  }
}
