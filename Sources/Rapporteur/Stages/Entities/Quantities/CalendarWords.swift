/// The words of dates, times and amounts, by word id.
struct CalendarWords: Sendable {
  /// A word's kind and its number: of the month, the offset, the value …
  struct Entry: Sendable {
    var kind: Kind
    var number: Int

    static let none = Entry(kind: .none, number: 0)
  }

  /// What part a word plays. The raw values are those of the lists.
  enum Kind: String, Sendable {
    case none
    case month, weekday, weekdayShort = "weekday_short", season, part, day
    case unit, number, magnitude, magnitudeShort = "magnitude_short", ordinal
    case shift, recent, new, phase, edge, that, article, indefinite, every, age
    case approximation, comparison, than, little, and, era, direction, meridiem, clock
    case counter, preposition, future, intent, past, label, measure, function, fiscal, rank
    case zone
    case currency, currencyPrefix = "currency_prefix", currencySign = "currency_sign", currencyNation =
      "currency_nation"
    case hanDigit = "han_digit", hanPower = "han_power", hanMagnitude = "han_magnitude"
    case eastYear = "east_year", eastMonth = "east_month", eastDay = "east_day"
    case eastHour = "east_hour", eastMinute = "east_minute", eastAgo = "east_ago", eastLater = "east_later"
    case classifier, range
  }

  private let members: WordSet
  private let places: [UInt16]
  private let entries: [Entry]

  init(lexicon: Lexicon = .shared) {
    let lists = [("calendar", nil), ("months", Kind.month)]
    var entries = [Entry.none]
    var places = [UInt16](repeating: 0, count: lexicon.count + 1)
    var words: [String] = []
    for (name, fixed) in lists {
      for row in WordList(name).entries {
        let tokens = lexicon.ids(of: row.text)
        guard tokens.count == 1, let id = tokens.first?.word, id.isKnown else { continue }
        let kind = fixed ?? row.fields.first.flatMap(Kind.init)
        guard let kind, let field = row.fields.last else { continue }
        places[Int(id.raw)] = UInt16(entries.count)
        entries.append(Entry(kind: kind, number: Int(field) ?? Currency(code: field).number))
        words.append(row.text)
      }
    }
    self.entries = entries
    self.places = places
    members = WordSet(words, lexicon: lexicon)
  }

  /// The entry of the word, `.none` for any other word.
  subscript(word: WordID) -> Entry {
    guard members.contains(word) else { return .none }
    return entries[Int(places[Int(word.raw)])]
  }
}

/// An ISO 4217 code, its three letters packed into a number.
struct Currency: Sendable, Equatable {
  let number: Int

  init(number: Int) { self.number = number }
  init(code: String) { number = code.utf8.prefix(3).reduce(0) { $0 << 8 | Int($1) } }

  /// The currency whose letters stand right before the digits.
  init?(prefix letters: ArraySlice<UInt8>) {
    let code: String
    switch String(decoding: letters, as: UTF8.self) {
    case "R": code = "ZAR"
    case "N": code = "NGN"
    case "P": code = "PHP"
    case "K": code = "ZMW"
    case "Rp": code = "IDR"
    case "Rs": code = "INR"
    case "RM": code = "MYR"
    case "Sh", "Ksh", "KSh", "Kshs", "KES": code = "KES"
    case "USh", "Ush", "UGX": code = "UGX"
    case "TSh", "Tsh", "TZS": code = "TZS"
    case "QR": code = "QAR"
    case "SR": code = "SAR"
    case "Dh", "Dhs", "AED": code = "AED"
    case "NIS", "ILS": code = "ILS"
    case "Tk", "BDT": code = "BDT"
    case "GHS", "GHC": code = "GHS"
    case "FCFA", "CFA", "XOF": code = "XOF"
    case "XAF": code = "XAF"
    case "TL": code = "TRY"
    case "LE": code = "EGP"
    case "USD", "EUR", "GBP", "JPY", "CNY", "RMB", "KRW", "INR", "IDR", "PHP", "SGD", "AUD", "CAD", "NZD", "HKD", "TWD",
      "THB", "VND", "MYR", "BRL", "MXN", "ZAR", "NGN", "CHF", "SEK", "NOK", "DKK", "PLN", "RUB", "UAH", "SAR", "QAR",
      "KWD", "PKR", "LKR", "EGP", "FJD", "PGK":
      code = String(decoding: letters, as: UTF8.self)
    default: return nil
    }
    self.init(code: code)
  }

  /// The three letters.
  var code: String {
    String(decoding: [16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }, as: UTF8.self)
  }
}
