import Testing

/// What stands around stops in newspapers: names, companies, places, dates and figures.
@Suite struct PressSentencesTests {
  private static let titles = [
    "⟦Mr. Vance, 61 years old, will join the board Nov. 29.⟧ ⟦Mr. Vance is chairman of Elm N.V., a Dutch publisher.⟧",
    "⟦Messrs. Hale and Stone resigned.⟧ ⟦Ms. Poe did not.⟧ ⟦Mrs. Dane may.⟧",
    "⟦Sen. Jere Dent (R., Ala.) and Rep. Tom Hill (D., Ohio) spoke.⟧ ⟦Sen. Ray Moss (R., Ore.) did not.⟧",
    "⟦Lt. Gov. Ana Ruiz met Atty. Gen. Paul Voss.⟧ ⟦Neither would comment.⟧",
    "⟦Sgt. Maj. Roy Dunn and Pfc. Lou Hart were hurt.⟧ ⟦Cpl. Ames was not.⟧",
    "⟦The Rev. Dr. J. T. Mills preached.⟧ ⟦The Rt. Rev. Paul Orr listened.⟧",
    "⟦Brig. Gen. H. R. Stark and Lt. Col. Ben Yates said so.⟧ ⟦Cmdr. Lee agreed.⟧",
    "⟦Asst. Dist. Atty. Joan Pike will try the case.⟧ ⟦Judge R. M. Teel presides.⟧",
    "⟦Supt. Carl Moss and Det. Sgt. Ann Lee searched the barn.⟧ ⟦They found nothing.⟧",
    "⟦Reps. Hill, Orr and Dunn and Sens. Dent and Moss voted no.⟧ ⟦Gov. Ruiz will sign.⟧",
    "⟦Dr. Pell teaches at St. Anne's.⟧ ⟦Prof. Ito does not.⟧ ⟦Mt. Hale is near Ft. Worth.⟧",
    "⟦The Hon. A. B. Crane was there.⟧ ⟦So was Capt. Roe.⟧",
    "⟦It was built by the late Mr. Hale.⟧ ⟦His son sold it.⟧",
    "⟦Adm. Paul Orr (ret.) wrote the book.⟧ ⟦It sold well.⟧",
    "⟦Pres. Hale and Sec. Moss met Amb. Li.⟧ ⟦They spoke for an hour.⟧",
  ]

  private static let names = [
    "⟦It was late.⟧ ⟦J. K. Moss came.⟧ ⟦A. B. Hale did not.⟧ ⟦J. K. Moss left.⟧",
    "⟦He succeeds Carl Moss Jr., who left.⟧ ⟦William Reed Jr. will stay.⟧",
    "⟦The plan is that of William Reed Jr.⟧ ⟦The board likes it.⟧",
    "⟦The estate of John Hale Sr. was sold.⟧ ⟦His son bought it.⟧",
    "⟦Paul Orr Sr. and Paul Orr Jr. run the mill.⟧ ⟦It is old.⟧",
    "⟦J. P. Marsh & Co. lent W.R. Stone & Sons Inc. the money.⟧ ⟦E.W. Poe did not.⟧",
    "⟦George W. Hale met John F. Stone.⟧ ⟦John Q. Public was not asked.⟧",
    "⟦The case is that of Malcolm X.⟧ ⟦The court will hear it.⟧",
    "⟦Charles Ames, M.D., and Ruth Lee, Ph.D., wrote it.⟧ ⟦It sold well.⟧",
    "⟦She earned a Ph.D. in physics.⟧ ⟦He has an M.B.A. from Elm College.⟧",
    "⟦He never finished his Ph.D.⟧ ⟦His wife did.⟧",
    "⟦J.R.R. Moss and A.A. Poe wrote for children.⟧ ⟦C.S. Orr did too.⟧",
    "⟦H. Ross Dane and S. I. Hale lead the list.⟧ ⟦T. Boon is third.⟧",
    "⟦The vitamin is B.⟧ ⟦The other one is C.⟧",
    "⟦The letter came from the Rev. and Mrs. Carl Moss.⟧ ⟦Nobody answered it.⟧",
    "⟦Acting on a tip, J. Edgar Poe's men went in.⟧ ⟦Nobody was there.⟧",
  ]

  private static let companies = [
    "⟦Acme Motor Cars Inc. said it expects its U.S. sales to remain steady.⟧ ⟦Last year it sold more.⟧",
    "⟦The unit was bought by Acme Corp.⟧ ⟦The company said it would close it.⟧",
    "⟦He works for Hale & Co.⟧ ⟦Analysts expect him to leave.⟧",
    "⟦It was sold to Bolt Inc.⟧ ⟦Shares of both rose.⟧",
    "⟦She left Acme Corp.⟧ ⟦Mr. Poe, 44, takes her place.⟧",
    "⟦Acme Corp. Chairman Carl Moss resigned.⟧ ⟦Bolt Inc. President Ann Lee did not.⟧",
    "⟦Acme Corp. Vice Chairman Carl Moss and Stone Co. Treasurer Lou Hart met.⟧ ⟦They agreed.⟧",
    "⟦The bid for Acme Corp. expires Friday.⟧ ⟦Bolt Ltd. may raise it.⟧",
    "⟦Elm N.V. of the Netherlands and Oak S.p.A. of Italy merged.⟧ ⟦Ash S.A. of France sued.⟧",
    "⟦The loan is from Moss Bros. Inc. of New York.⟧ ⟦It runs for ten years.⟧",
    "⟦Acme Corp.'s profit fell.⟧ ⟦Bolt Cos. reported a loss.⟧ ⟦Stone Bros. did well.⟧",
    "⟦Hale Foods Co., Ltd., a unit of Hale Cos., was closed.⟧ ⟦Nobody was laid off.⟧",
    "⟦Shares of Yahoo! Inc. fell.⟧ ⟦Those of Guess? Inc. rose.⟧",
    "⟦They watched Jeopardy! every night.⟧ ⟦Oklahoma! was sold out.⟧",
    "⟦Profit at Bolt Inc. rose 12%, and at Acme Corp. 8%.⟧ ⟦Stone Co. lost money.⟧",
    "⟦The buyer is Acme Corp.⟧ ⟦Acme said it would pay cash.⟧",
    "⟦The suit names Hale & Co. and Moss Inc.⟧ ⟦Hale wouldn't comment.⟧",
    "⟦It hired Stone Inc.⟧ ⟦Terms weren't disclosed.⟧ ⟦Both have offices in Reno, Nev.⟧",
    "⟦It leases jets to Elm Corp.⟧ ⟦Revenue rose 3% to $4.1 million.⟧",
    "⟦The maker is Acme Corp.⟧ ⟦\"We are sorry,\" it said.⟧",
    "⟦The maker is Acme Corp.⟧ ⟦“We are sorry,” it said.⟧",
    "⟦He once ran Bolt Inc.⟧ ⟦In 1986, he sold it.⟧ ⟦Since then, he has sailed.⟧",
    "⟦They also own Ash Ltd.⟧ ⟦Neither firm has debts.⟧",
    "⟦His employer was Hale Corp.⟧ ⟦But he quit.⟧",
    "⟦The bank lent to Elm Ltd.⟧ ⟦Investors had hoped for more.⟧",
    "⟦The fund holds stock of Bolt Inc.⟧ ⟦Under the plan, it must sell.⟧",
    "⟦Acme Corp. and Bolt Inc. International Ltd. trade in London.⟧ ⟦Prices rose.⟧",
    "⟦The award went to Moss Inc.⟧ ⟦Separately, Hale got $3 million for tires.⟧",
    "⟦It competes with Acme Corp.⟧ ⟦Employees fear for their jobs.⟧",
    "⟦The brokerage is Hale & Co.⟧ ⟦Dr. Pell runs it.⟧",
    "⟦A unit of Elm Cos. will build it.⟧ ⟦Work starts soon.⟧",
    "⟦The drug is sold by Moss Laboratories Inc.⟧ ⟦Doctors prescribe it for colds.⟧",
    "⟦He joined Dow & Stone Inc. April 1 as a clerk.⟧ ⟦He left Dec. 31.⟧",
  ]

  private static let places = [
    "⟦The plant in Elk Grove, Calif., will close.⟧ ⟦One in Mesa, Ariz., stays open.⟧",
    "⟦He lives in Akron, Ohio.⟧ ⟦She lives in Gary, Ind.⟧ ⟦They meet in Elgin, Ill.⟧",
    "⟦The Culver City, Calif.-based maker fell.⟧ ⟦The Cambridge, Mass., firm rose.⟧",
    "⟦She was born in Salem, Ore.⟧ ⟦Her parents ran a store.⟧",
    "⟦It moved to Washington, D.C.⟧ ⟦Nobody noticed.⟧",
    "⟦The U.S. Senate, the U.S. Treasury and U.S. Steel agreed.⟧ ⟦U.S. Sen. Dent did not.⟧",
    "⟦The goods come from the U.S.⟧ ⟦They are dear.⟧ ⟦Those from the U.K. are not.⟧",
    "⟦He returned to the U.S.⟧ ⟦Mr. Hale stayed.⟧",
    "⟦It is sold only in the U.S.⟧ ⟦Buyers elsewhere must wait.⟧",
    "⟦It fell in the U.S.⟧ ⟦In Japan, it rose.⟧ ⟦Prices in the U.S. Monday were flat.⟧",
    "⟦The U. S. Senate met.⟧ ⟦He has never left the U. S.⟧ ⟦The others have.⟧",
    "⟦He went to New York, N. Y., and to Raleigh, N. C.⟧ ⟦They liked him there.⟧",
    "⟦The office is at 12 Elm St.⟧ ⟦The store is on Fifth Ave.⟧ ⟦It opens at nine.⟧",
    "⟦She grew up on St. Charles Ave. near Mt. Hale.⟧ ⟦Ft. Moss is far.⟧",
    "⟦N.Y. Gov. Moss and Calif. Gov. Hale met.⟧ ⟦La. Gov. Roe was ill.⟧",
    "⟦A U.N. official said the U.N. Security Council would meet.⟧ ⟦The U.N. chief would not.⟧",
    "⟦The firm is in Reading, Pa.⟧ ⟦Sales were $2 million.⟧",
    "⟦They met in Ann Arbor, Mich.⟧ ⟦He was 20.⟧ ⟦She was 19.⟧",
    "⟦Trade with the U.S.S.R. grew.⟧ ⟦Nobody in the U.S.S.R. objected.⟧",
    "⟦The L.A. Times and the N.Y. Post reported it.⟧ ⟦Others in L.A. did not.⟧",
  ]

  private static let times = [
    "⟦The board met Oct. 3 and Nov. 4.⟧ ⟦It will meet again Dec. 5.⟧ ⟦Mr. Hale won't attend.⟧",
    "⟦Trading stopped at 10 a.m. EST.⟧ ⟦It went on at 3 p.m. Friday.⟧ ⟦Prices fell.⟧",
    "⟦The doors open at 6 p.m.⟧ ⟦The show starts at 8 p.m.⟧ ⟦Tickets are $5.⟧",
    "⟦He left at 9 a.m.⟧ ⟦Mrs. Hale followed at noon.⟧",
    "⟦The vote is on Tues.⟧ ⟦The count is on Wed. night.⟧",
    "⟦It was Jan. 1990.⟧ ⟦The war ended in Aug. 1945.⟧ ⟦That was long ago.⟧",
    "⟦The term ends Sept. 30.⟧ ⟦As of Sept. 30, it had 14 stores.⟧",
    "⟦At 8:30 a.m. EDT, the bell rang.⟧ ⟦At 4 p.m. it rang again.⟧",
    "⟦The coin dates from 400 B.C.⟧ ⟦The wall was built about A.D. 120.⟧ ⟦Both are fakes.⟧",
    "⟦It happened in 44 B.C. in Rome.⟧ ⟦Few saw it.⟧",
    "⟦Bonds due Nov. 15, 1999, fell.⟧ ⟦Those due Feb. 1 rose.⟧",
  ]

  private static let figures = [
    "⟦It earned $2.4 million, or 27.50 cents a share.⟧ ⟦A year ago it lost $.04 a share.⟧",
    "⟦The yield was 7.95%.⟧ ⟦8.5% had been expected.⟧",
    "⟦No. 1 is Hale.⟧ ⟦Nos. 2 and 3 are Stone and Moss.⟧ ⟦He drove the No. 4 car.⟧",
    "⟦Sales rose to 4.5 billion.⟧ ⟦$3 billion came from tires.⟧ ⟦¥2 million did not.⟧",
    "⟦He finished fifth.⟧ ⟦20 others gave up.⟧ ⟦3M did well.⟧",
    "⟦See Vol. 6, No. 3, pp. 12-14, Sec. 4.⟧ ⟦It is all there.⟧",
    "⟦Fig. 3 shows it, and Art. 5 of the law forbids it.⟧ ⟦Ch. 11 is about fish.⟧",
    "⟦Under § 12 and Par. 3 it is barred.⟧ ⟦Secs. 4 and 5 allow it.⟧",
    "⟦The box weighs 5 lbs. and is 3 ft. high.⟧ ⟦It holds 12 oz. of tea.⟧",
    "⟦The board is 6 ft. 2 in. long.⟧ ⟦It broke.⟧",
    "⟦The rate is 3.⟧ ⟦The other is 4.⟧",
    "⟦Moss vs. Hale was decided in 1962.⟧ ⟦Poe v. Orr came later.⟧",
    "⟦Stone et al. found none.⟧ ⟦Hale et al. (1990) found two.⟧",
    "⟦They make tires, hoses, etc.⟧ ⟦They sell shoes, etc., too.⟧",
    "⟦Some fish, e.g. cod, and some birds, i.e. ducks, were seen.⟧ ⟦Cf. Hale.⟧",
    "⟦The index closed at 2,596.72, up 1.19.⟧ ⟦It had been down 9.⟧ ⟦Volume was light.⟧",
    "⟦PRIME RATE: 10 1/2%.⟧ ⟦The base rate on loans at large U.S. banks.⟧",
    "⟦FEDERAL FUNDS: 8 3/4% high, 8 5/8% low.⟧ ⟦Source: Moss (U.S.A.) Inc.⟧ ⟦DISCOUNT RATE: 7%.⟧",
    "⟦The approx. cost is $5.⟧ ⟦The est. time is an hour.⟧",
    "⟦Jan. 3 was cold, Jan. 4 was not.⟧ ⟦No. 7 won.⟧ ⟦No, he did not.⟧",
  ]

  @Test(arguments: titles) func titlesAndRanks(_ marked: String) throws { try check(marked) }
  @Test(arguments: names) func namesAndInitials(_ marked: String) throws { try check(marked) }
  @Test(arguments: companies) func companiesAndWhatFollows(_ marked: String) throws { try check(marked) }
  @Test(arguments: places) func statesAndStreets(_ marked: String) throws { try check(marked) }
  @Test(arguments: times) func datesAndHours(_ marked: String) throws { try check(marked) }
  @Test(arguments: figures) func figuresAndReferences(_ marked: String) throws { try check(marked) }

  private func check(_ marked: String) throws {
    let found = try MarkedSentences(marked).found(language: "en")
    #expect(found == marked)
  }
}
