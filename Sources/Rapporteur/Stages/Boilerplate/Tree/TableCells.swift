/// The rows and columns of a page's table cells.
struct TableCells {
  private var places: [Int: (row: Int, column: Int)] = [:]

  /// One walk over all nodes, only when the article has a table.
  init(_ tree: HTMLTree) {
    var rows: [Int: Int] = [:]
    var columns: [Int: (row: Int, next: Int)] = [:]
    for node in tree.nodes.indices {
      switch tree.nodes[node].tag {
      case .tr:
        var table = Int(tree.nodes[node].parent)
        if table > 0, [.tbody, .thead, .tfoot].contains(tree.nodes[table].tag) {
          table = Int(tree.nodes[table].parent)
        }
        columns[node] = (rows[table, default: 0], 0)
        rows[table, default: 0] += 1
      case .td, .th:
        let parent = Int(tree.nodes[node].parent)
        guard let place = columns[parent] else { continue }
        places[node] = (place.row, place.next)
        columns[parent] = (place.row, place.next + 1)
      default: break
      }
    }
  }

  /// The place of a cell in its table, counted from 0.
  subscript(cell: Int) -> (row: Int, column: Int)? { places[cell] }
}
