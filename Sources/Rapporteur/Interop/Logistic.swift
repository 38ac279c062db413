internal import Glibc

/// The logistic function: log odds to a probability.
enum Logistic {
  static func probability(_ logOdds: Float) -> Double { 1 / (1 + exp(-Double(logOdds))) }
}
