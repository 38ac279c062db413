/// The elements of HTML that somebody may ask for, and what is no element of HTML.
enum HTMLTag: UInt8, CaseIterable, Sendable {
  /// The root above `html`; a run of text; an element of another name.
  case document, text, other

  case a, abbr, acronym, address, applet, area, article, aside, audio, b, base, basefont, bdi, bdo, big, blockquote
  case body, br, button, canvas, caption, center, cite, code, col, colgroup, data, datalist, dd, del, details, dfn
  case dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset, g
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, image, img, input, ins, kbd, label, legend
  case li, link, main, map, mark, math, menu, meta, meter, nav, noframes, noscript, object, ol, optgroup, option
  case output, p, param, path, picture, pre, progress, q, rp, rt, ruby, s, samp, script, search, section, select, slot
  case small, source, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot
  case th, thead, time, title, tr, track, tt, u, ul, use, `var`, video, wbr

  /// The name as it stands in a path: `h1`.
  var name: String { Self.names[Int(rawValue)] }

  private static let names: [String] = allCases.map { "\($0)" }

  /// Finds an element by its name's key.
  static let byName = NameTable(
    allCases.filter { $0.rawValue > other.rawValue }.map { ("\($0)", $0.rawValue) })
}
