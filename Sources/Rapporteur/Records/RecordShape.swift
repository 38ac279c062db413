/// The shape of a record, of which every schema is made.
public enum RecordShape {
  /// Name and version of the shape. Keys are only ever added, with a new minor.
  public static let schema = "rapporteur/1"
}
