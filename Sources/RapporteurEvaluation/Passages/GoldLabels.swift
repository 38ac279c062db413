/// Which passages of a page stand in the text that people marked as its article.
enum GoldLabels {
  /// Whether each passage belongs to `gold`.
  ///
  /// One of four words or more does where six tenths of its words in rows of four stand there, a shorter one ("By the
  /// numbers") where all of it does; both in the order of the page, and each place of the gold only once.
  static func labels(_ passages: [String], gold: String) -> [Bool] {
    GoldAlignment(passages, gold: gold).labels()
  }
}
