import Testing

/// What stands around stops in newspapers: quotations, brackets, dashes, datelines, omissions and what wires do to text.
@Suite struct PressQuotationsTests {
  private static let quotations = [
    "⟦\"The market is weak,\" Mr. Hale said.⟧ ⟦\"It will stay so.\"⟧",
    "⟦\"Who knows?\" says Ann Lee, a broker at Acme Corp.⟧ ⟦\"I don't.\"⟧",
    "⟦\"What a day!\" he cried.⟧ ⟦\"What a day!\"⟧",
    "⟦\"It's over,\" she said.⟧ ⟦\"We lost.⟧ ⟦We will try again.\"⟧ ⟦He nodded.⟧",
    "⟦Mr. Poe said, \"I didn't do it.\"⟧ ⟦The jury agreed.⟧",
    "⟦\"Is it true?\" Mr. Hale asked.⟧ ⟦\"Yes.\"⟧",
    "⟦\"Why now?\" asks Rep. Tom Hill (D., Ohio).⟧ ⟦He waits.⟧",
    "⟦“We are ready,” said Gov. Ruiz.⟧ ⟦“Are you?”⟧ ⟦Nobody was.⟧",
    "⟦“When do we start?” wondered Lou Hart, who had packed.⟧ ⟦“Soon.”⟧",
    "⟦He called it “a bad day.”⟧ ⟦She called it “fine.”⟧",
    "⟦He called it \"a bad day.\"⟧ ⟦Others did, too.⟧",
    "⟦``The market is weak,'' Mr. Hale said.⟧ ⟦``It will stay so.''⟧ ⟦He sold.⟧",
    "⟦``Who knows?'' says Ann Lee.⟧ ⟦``I don't.''⟧",
    "⟦‘We are ready.’⟧ ⟦‘So are we.’⟧ ⟦They left.⟧",
    "⟦She said, “He told me, ‘Go home.’⟧ ⟦So I went.”⟧ ⟦Nobody laughed.⟧",
    "⟦\"Buy!\" the sign says.⟧ ⟦\"Sell!\" says the other one.⟧",
    "⟦The play \"Who's There?\" opens Friday.⟧ ⟦\"Help!\" is sold out.⟧",
    "⟦He asked, \"Why me?\"⟧ ⟦She had no answer.⟧",
    "⟦\"It is the U.S.,\" he said.⟧ ⟦\"It is not the U.K.\"⟧ ⟦He paused.⟧",
    "⟦\"They bought Acme Corp.\"⟧ ⟦\"When?\"⟧ ⟦\"In May.\"⟧",
    "⟦\"I . . . don't know,\" he said.⟧ ⟦\"Maybe . . . later.\"⟧",
    "⟦\"No ... not now,\" he said.⟧ ⟦\"Later...\"⟧ ⟦He left.⟧",
    "⟦\"We waited and waited....\"⟧ ⟦Then the bus came.⟧",
    "⟦\"Never!\" shouted Moss.⟧ ⟦\"Never!\" replied the crowd.⟧",
    "⟦\"Do you agree?\" she was asked.⟧ ⟦\"I do.\"⟧",
    "⟦\"What's next?\" the headline asked.⟧ ⟦Nobody knows.⟧",
    "⟦\"Really?\" Hale's wife said.⟧ ⟦\"Really.\"⟧",
    "⟦Asked \"Are you sure?\" he said he was.⟧ ⟦He was not.⟧",
    "⟦It was “the end.”⟧ ⟦She wept.⟧",
    "⟦Il a dit : « Nous restons. »⟧ ⟦La séance est levée.⟧",
    "⟦Il a crié : « Partez ! »⟧ ⟦Elle est partie.⟧ ⟦Elle a dit : « Oui. »⟧ ⟦Il est resté.⟧",
    "⟦Il a crié : «\u{A0}Partez\u{202F}!\u{A0}»⟧ ⟦Elle a dit : «\u{202F}Oui.\u{202F}»⟧ ⟦Il est resté.⟧",
    "⟦« Partez ! », a-t-elle crié.⟧ ⟦« Oui. », dit-il.⟧ ⟦« Un.⟧ ⟦Deux. »⟧ ⟦Puis rien.⟧",
    "⟦Er ging.⟧ ⟦»Komm!«, sagte sie.⟧ ⟦»Nein.«⟧ ⟦Er blieb.⟧ ⟦»Gut!«⟧ ⟦Sie ging.⟧",
    "⟦The mill has closed.⟧ ⟦» More on the mill⟧",
    "⟦He asked \"why me?\".⟧ ⟦Hale said nothing.⟧",
  ]

  private static let brackets = [
    "⟦The firm (it was founded in 1902) is old.⟧ ⟦(It is also rich.)⟧ ⟦It pays well.⟧",
    "⟦Sales rose (see the table on p. 4).⟧ ⟦Costs fell (by 3 pct.).⟧ ⟦Nobody complained.⟧",
    "⟦Mr. Hale (the founder's son) left.⟧ ⟦[He later came back.]⟧ ⟦He is 80.⟧",
    "⟦He won (who would have thought it?) by a nose.⟧ ⟦She lost.⟧",
    "⟦They said (on Nov. 3!) that all was well.⟧ ⟦It was not.⟧",
    "⟦The fee is $5 (about 4 euros).⟧ ⟦(Children pay half.)⟧",
    "⟦See Moss (1990).⟧ ⟦(Hale et al. disagree.)⟧ ⟦So do we.⟧",
    "⟦\"He [Mr. Hale] knew.\"⟧ ⟦\"She [Mrs. Hale] did not.\"⟧",
    "⟦He won (again!).⟧ ⟦Nobody cared.⟧ ⟦She lost (finally!).⟧ ⟦Hale won [sic!].⟧ ⟦Moss left.⟧",
    "⟦She came (for good?).⟧ ⟦He left (again.).⟧ ⟦Hale stayed.⟧ ⟦He won (?).⟧ ⟦She left.⟧",
    "⟦Er ging (endlich!).⟧ ⟦Niemand weinte.⟧",
    "⟦The drug (made by Acme Corp.) works.⟧ ⟦The other (from Bolt Inc.) does not.⟧",
  ]

  private static let dashes = [
    "⟦He had one wish -- to sail.⟧ ⟦She -- well, she hated boats.⟧",
    "⟦The buyers -- Acme Corp., Bolt Inc. and Hale & Co. -- agreed.⟧ ⟦The sellers didn't.⟧",
    "⟦The talks -- would they ever end? -- went on.⟧ ⟦Then they ended.⟧",
    "⟦The prize — what a prize! — went to Moss.⟧ ⟦He wept.⟧",
    "⟦NEW HALE, Conn. -- The mill closed Monday.⟧ ⟦It was old.⟧",
    "⟦ELMWOOD, Ill. (AP) -- A barn burned.⟧ ⟦Nobody was hurt.⟧",
    "⟦WASHINGTON, D.C., Jan. 4 -- The House met.⟧ ⟦The Senate did not.⟧",
    "⟦ST. ANNE, Mo. — Mr. Hale died.⟧ ⟦He was 90.⟧",
    "⟦BOSTON -- Sales fell.⟧ ⟦Costs rose.⟧",
    "⟦HALE, S.D., Nov. 3 (Wire) -- Gov. Moss spoke.⟧ ⟦Mrs. Moss sang.⟧",
    "⟦LONDON, U.K. -- Shares rose.⟧ ⟦Bonds fell.⟧",
    "⟦-- The price rose to $4.⟧ ⟦-- The yield fell to 3%.⟧",
  ]

  private static let omissions = [
    "⟦We hold ... that all are equal.⟧ ⟦So they wrote....⟧ ⟦It was long ago.⟧",
    "⟦He thought . . . and thought.⟧ ⟦She slept.⟧",
    "⟦The walls fell.⟧ ⟦. . . The roof stayed.⟧",
    "⟦And then … silence.⟧ ⟦Nothing moved…⟧ ⟦Then it rained.⟧",
    "⟦What was it?⟧ ⟦... Nobody knew.⟧",
    "⟦So what?...⟧ ⟦He left.⟧",
    "⟦Who?⟧ ⟦What?⟧",
    "⟦No!!!⟧ ⟦Yes?!⟧ ⟦Well.⟧",
  ]

  private static let wires = [
    "⟦�� He announced the plan.⟧ ⟦�� She did not.⟧",
    "⟦The plan passed.��⟧ ⟦He announced it.⟧",
    "⟦The plan passed.⟧ ⟦�� He announced it.⟧",
    "⟦“The plan passed.�⟧ ⟦He announced it.⟧",
    "⟦THE U.S. SENATE MET TODAY.⟧ ⟦MR. HALE SPOKE FOR ACME CORP.⟧ ⟦THE PRESIDENT DID NOT.⟧",
    "⟦SEN. DENT OF ALA. LEFT AT 5 P.M.⟧ ⟦HE WAS TIRED.⟧ ⟦GOV. MOSS STAYED.⟧",
    "⟦TOKYO, NOV. 3 -- STOCKS ROSE.⟧ ⟦NO. 1 WAS ACME CORP.⟧",
    "⟦THE DEAL WAS SIGNED BY J. P. MARSH.⟧ ⟦TERMS ARE SECRET.⟧",
    "⟦The talks\nbetween Mr.\nHale and Acme\nCorp. ended.⟧ ⟦They\nwill resume on Nov.\n3.⟧",
    "⟦He lives in the\nU.S.⟧\n⟦She does not.⟧",
    "⟦The talks ended.⟧  ⟦They will resume.⟧",
    "⟦The talks ended.⟧\n⟦They will resume.⟧",
    "⟦They went home.⟧⟦Nobody stayed.⟧",
    "⟦It cost $5.⟧⟦The other was free.⟧",
    "⟦See www.example.org.⟧ ⟦Write to hale@example.org.⟧ ⟦Call 555-0100.⟧",
    "⟦Node.js and ASP.NET are tools.⟧ ⟦So is U.S.A.com.⟧",
    "⟦The file is report.pdf.⟧ ⟦Its size is 3.2 MB.⟧",
    "⟦iTunes sold it.⟧ ⟦eBay did not.⟧ ⟦iPhones are dear.⟧",
    "⟦The U.S., the U.K. and others agreed.⟧ ⟦The E.U. did not.⟧ ⟦Why?⟧",
    "⟦\"Well, Mr. Hale?\"⟧ ⟦\"Well, what?\"⟧",
    "⟦Q. Did you see him?⟧ ⟦A. I did.⟧",
    "⟦Acme makes tires.⟧ ⟦Bolt makes bolts.⟧ ⟦Both lose money.⟧",
    "⟦What does it mean?⟧ ⟦That depends.⟧ ⟦On what?⟧ ⟦On the weather.⟧",
    "⟦The sum was $1.5 million.⟧ ⟦A.B. Stone paid.⟧ ⟦U.S. buyers gained.⟧",
    "⟦The jury found him guilty of murder in the first degree.⟧ ⟦A. L. Poe, his lawyer, will appeal.⟧",
    "⟦The score was 3 to 2.⟧ ⟦St. Anne won.⟧ ⟦Mt. Hale lost.⟧",
    "⟦He was born in 1902.⟧ ⟦Dr. Hale was his father.⟧ ⟦In 1920 he left.⟧",
    "⟦The bill is H.R. 123.⟧ ⟦The Senate's is S. 45.⟧ ⟦Both passed.⟧",
    "⟦Was it Hale v. Moss?⟧ ⟦It was In re Poe.⟧",
  ]

  @Test(arguments: quotations) func insideQuotations(_ marked: String) throws { try check(marked) }
  @Test(arguments: brackets) func insideBrackets(_ marked: String) throws { try check(marked) }
  @Test(arguments: dashes) func dashesAndDatelines(_ marked: String) throws { try check(marked) }
  @Test(arguments: omissions) func omissionsAndRuns(_ marked: String) throws { try check(marked) }
  @Test(arguments: wires) func wireText(_ marked: String) throws { try check(marked) }

  private func check(_ marked: String) throws {
    let found = try MarkedSentences(marked).found(language: "en")
    #expect(found == marked)
  }
}
