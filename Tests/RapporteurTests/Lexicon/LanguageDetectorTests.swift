import Testing

@testable import Rapporteur

@Suite struct LanguageDetectorTests {
  @Test(arguments: [
    ("The committee will meet again on Tuesday to talk about it.", "en"),
    ("La réunion aura lieu dans la salle du conseil pour tous.", "fr"),
    ("Die Sitzung wird am Dienstag in dem großen Saal fortgesetzt.", "de"),
    ("La reunión del comité se celebra en el salón para todos los miembros.", "es"),
    ("Riunione del comitato che si è tenuta nella sala grande della città.", "it"),
    ("A reunião do comitê não foi realizada na sala, mas em uma escola.", "pt"),
    ("De vergadering van het comité wordt in de grote zaal gehouden.", "nl"),
    ("Komite toplantısı için çok daha büyük bir salon olarak seçildi ve bu iyi.", "tr"),
    ("Pertemuan komite ini akan diadakan di aula besar untuk semua yang hadir.", "id"),
    ("委员会星期二再次开会讨论此事。", "zh"),
    ("委員会は火曜日に再び会議を開きます。", "ja"),
    ("위원회는 화요일에 다시 회의를 연다.", "ko"),
    ("Комитет соберётся снова во вторник, чтобы обсудить это.", "ru"),
    ("Комітет збереться знову у вівторок, щоб обговорити її.", "uk"),
    ("ستجتمع اللجنة مرة أخرى يوم الثلاثاء", "ar"),
    ("הוועדה תתכנס שוב ביום שלישי", "he"),
    ("Η επιτροπή θα συνεδριάσει ξανά την Τρίτη", "el"),
  ])
  func `a sentence tells its language`(text: String, language: String) {
    let bytes = Array(text.utf8)
    #expect(LanguageDetector.shared.language(bytes.span, TextRange(0, bytes.count)) == language)
  }

  @Test func `a name tells none`() {
    for text in ["Berlin", "Anna Schmidt", "2026-03-04", ""] {
      let bytes = Array(text.utf8)
      #expect(LanguageDetector.shared.language(bytes.span, TextRange(0, bytes.count)) == nil)
    }
  }
}
