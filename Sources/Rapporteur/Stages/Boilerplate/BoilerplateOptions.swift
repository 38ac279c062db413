/// What pipeline.yml says of the boilerplate stage.
struct BoilerplateOptions: Sendable {
  var keepRemoved: Bool
  var sourceMap: Bool
  var focus: Focus
  var captions: Bool
  var tables: Bool
  var comments: Bool
  var repeated: RepeatedLines
  var sites: SiteRules

  /// Which mistakes are worse.
  enum Focus: String, Sendable, CaseIterable {
    case balanced, precision, recall

    /// Added to every passage's log odds.
    var shift: Float {
      switch self {
      case .balanced: 0
      case .precision: -0.7
      case .recall: 0.7
      }
    }
  }

  init(_ options: inout Options) {
    keepRemoved = options.boolean("keep_removed", default: false, "report every piece that was cut, with its reason")
    sourceMap = options.boolean(
      "source_map", default: false, "report the place in the page of every run of text, not only of every block")
    focus = options.choice(
      "focus", default: Focus.balanced, "when in doubt: precision cuts, recall keeps, balanced does what is likelier")
    captions = options.boolean("captions", default: true, "keep captions of pictures, as blocks that are not main")
    tables = options.boolean("tables", default: true, "keep tables of the article, a block a cell")
    comments = options.boolean("comments", default: false, "keep what readers wrote below the article")
    repeated = RepeatedLines(&options)
    sites = SiteRules(&options)
  }
}
