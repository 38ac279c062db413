@testable import RapporteurEvaluation

/// Three small gold documents that hold every construct of the vocabulary.
enum GoldSamples {
  /// A meeting report: residue, headline, byline, caption, a proposal over two paragraphs, a run, a speech in two pieces.
  static let meeting = """
    <TEI xml:id="meeting" xml:lang="en">
      <teiHeader source="agency" form="meeting report" topic="water" difficulty="plain">
        <title>Two lakes, one treaty &amp; a promise</title>
        <date when="2031-05-14"/>
        <entity xml:id="va" type="PERSON" name="Oskar Valdemar" country="DK"/>
        <entity xml:id="dk" type="GPE" name="Denmark" country="DK"/>
        <entity xml:id="no" type="GPE" name="Norway" country="NO"/>
        <entity xml:id="lt" type="AGREEMENT" name="Lakes Treaty"/>
        <list xml:id="L1" who="va" announced="2"/>
      </teiHeader>
      <text>
    <fw type="navigation">Home | World</fw>
    <head>Two lakes, one treaty &amp; a promise</head>
    <byline>By Ida Holm</byline>
    <p>AARHUS -- <source said="s1"><name type="NORP" ref="dk">Danish</name> <roleName ref="va">Minister</roleName> <persName ref="va">Oskar Valdemar</persName></source> on <date when="2031-05-14">Wednesday</date> <cue said="s1">said</cue> <said xml:id="s1" who="va" kind="indirect"><placeName ref="no">Norway</placeName> had kept the <name type="AGREEMENT" ref="lt">Lakes Treaty</name></said>.<eos/> <said xml:id="s2" who="va" kind="continued">The water belongs to both</said>.<eos/> "<said xml:id="s3" who="va" kind="direct">We began with <num>3</num> pumps,</said>" <source said="s3">he</source> <cue said="s3">recalled</cue>, "<said same="s3">and we have <measure>$2 million</measure> now.</said>"</p>
    <p>He put forward <announcement list="L1">a two-point plan</announcement>.</p>
    <p><item list="L1" n="1"><label>First</label>, count the fish.</item><eos/> <item list="L1" n="2"><label>Second</label>, close the sluice by <time when="2031-05-15T10:00">10 a.m.</time></item></p>
    <p after="space"><item list="L1" n="2">It is old.</item></p>
    <caption>A pump at dusk.</caption>
    <fw type="copyright">All rights reserved</fw>
      </text>
    </TEI>
    """

  /// A transcript: unnamed and joint speakers, one source for two statements, list lines without a proposal, hard
  /// wrapping, a proposal that is only mentioned.
  static let transcript = """
    <TEI xml:id="transcript" xml:lang="en">
      <teiHeader source="ministry" form="briefing" topic="trade" difficulty="joint speakers">
        <entity xml:id="mb" type="ORG" name="Ministry of Barges" country="NL"/>
        <entity xml:id="hr" type="PERSON" name="Hanna Roos" country="NL"/>
        <entity xml:id="pk" type="PERSON" name="Piet Kamp" country="NL"/>
        <entity xml:id="ho" type="FAC" name="Harbour House"/>
        <entity xml:id="fs" type="EVENT" name="Fourth Sluice Summit"/>
        <entity xml:id="ns" type="LOC" name="North Sea"/>
        <list xml:id="L1" who="pk" announced="5" complete="false" mentioned="true"/>
      </teiHeader>
      <text>
    <head type="subtitle">Briefing at <name type="FAC" ref="ho">Harbour House</name></head>
    <head type="heading" after="line">Questions</head>
    <p after="line"><source said="q1">Q</source>: <said xml:id="q1" name="Q" kind="direct">Why the <geogName ref="ns">North Sea</geogName>?</said></p>
    <p><source said="a1">A spokesperson for the
    <orgName ref="mb">Ministry of Barges</orgName></source> <cue said="a1">said</cue> <said xml:id="a1" name="a spokesperson" kind="mixed">it was "near
    and deep"</said>.</p>
    <item>Tides at noon</item>
    <ab type="list_item">Tides at night</ab>
    <ab type="quote">"<said xml:id="b1" who="hr pk" kind="continued">We sail together.</said></ab>
    <ab type="table">Barge 12</ab>
    <ab type="code">x = y</ab>
    <p><source said="c1 c2"><persName ref="hr">Roos</persName></source> <cue said="c1">urged</cue> <said xml:id="c1" who="hr" kind="indirect">calm</said> and <cue said="c2">recalled</cue> <said xml:id="c2" who="hr" kind="indirect"><persName ref="pk">Kamp</persName>'s <announcement list="L1">five-point idea</announcement> at the <name type="EVENT" ref="fs">Fourth Sluice Summit</name></said>.</p>
      </text>
    </TEI>
    """

  /// Chinese: places count code points.
  static let chinese = """
    <TEI xml:id="chinese" xml:lang="zh">
      <teiHeader source="党报" form="会见" topic="水" difficulty="plain">
        <entity xml:id="wx" type="PERSON" name="文晓山" country="CN"/>
      </teiHeader>
      <text>
    <p><source said="s1"><persName ref="wx">文晓山</persName></source><cue said="s1">指出</cue>,<said xml:id="s1" who="wx" kind="indirect">湖水要清</said>。<eos/><said xml:id="s2" who="wx" kind="continued">鱼要多</said>。</p>
      </text>
    </TEI>
    """

  static func document(_ id: String, _ xml: String) throws -> GoldDocument {
    try GoldReader.read("gold/\(id).xml", Array(xml.utf8))
  }

  /// A file with one paragraph and this header, for what can be wrong with them.
  static func file(header: String = "", _ text: String) -> String {
    """
    <TEI xml:id="x" xml:lang="en">
    <teiHeader source="a" form="b" topic="c" difficulty="d">\(header)</teiHeader>
    <text>
    \(text)
    </text>
    </TEI>
    """
  }
}

extension GoldDocument {
  /// The text of a place.
  func string(_ range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[range])
    return String(result)
  }
}
