import Rapporteur
import RapporteurCrawl

extension StoredRecord {
  /// Where the document is from, for people: the host of its address, else the site that the page names, else the
  /// folder of its file.
  var sourceName: String {
    let source = self["source"]
    if let host = source["url"]?.name.flatMap(Self.host) { return host }
    if let site = self["page"]["site"]?.name, !site.isEmpty { return site }
    let folders = (source["path"]?.name ?? "").split(separator: "/").dropLast()
    return folders.first.map { String($0) + "/" } ?? "no source"
  }

  /// The host of an http or https address, without `www.`.
  private static func host(_ url: String) -> String? {
    guard let scheme = url.firstRange(of: "://"), ["http", "https"].contains(url[..<scheme.lowerBound].lowercased())
    else {
      return nil
    }
    let authority = url[scheme.upperBound...].prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let name = host.prefix { $0 != ":" }.lowercased()
    return name.isEmpty ? nil : name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
  }
}
