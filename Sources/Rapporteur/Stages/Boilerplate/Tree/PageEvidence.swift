/// What the head and the JSON-LD of a page say of its kind and its title, before its text is looked at.
struct PageEvidence {
  /// By Open Graph: 0 for nothing said, 1 for an article, 2 a product, 3 a web site, 4 anything else.
  let openGraph: Float
  let isArticle: Bool
  let isProduct: Bool
  let isForum: Bool
  let isList: Bool
  /// The words of the titles that it names.
  let titles: [[UInt64]]

  init(_ head: HeadData, _ data: LinkedData) {
    let type = head.socialType ?? ""
    openGraph =
      type.isEmpty ? 0 : type.contains("article") ? 1 : type.contains("product") ? 2 : type == "website" ? 3 : 4
    isArticle = data.types.contains { $0.hasSuffix("article") || $0 == "blogposting" }
    isProduct = data.types.contains("product")
    isForum = !data.types.isDisjoint(with: ["discussionforumposting", "qapage", "question"])
    isList = !data.types.isDisjoint(with: ["itemlist", "collectionpage"])
    titles = [head.socialTitle, data.headline].compactMap { $0 }.map(TreeMetadata.words)
  }
}
