import Formats
import Testing

@Suite("Python's texts") struct PythonTextTests {
    @Test(arguments: [("a", "a"), ("  a b\t\r\n", "a b"), ("\u{A0}a\u{2003}", "a"), ("", ""), (" \n ", "")])
    func blanksAreStripped(text: String, stripped: String) { #expect(text.strippedOfBlanks == stripped) }

    @Test(arguments: [
        ("a", "'a'"), ("it's", "\"it's\""), ("\"", "'\"'"), ("'\"", "'\\'\"'"), ("a\\b\nc", "'a\\\\b\\nc'"), ("", "''"),
    ])
    func textIsShownInQuotes(text: String, shown: String) { #expect(pythonQuoted(text) == shown) }

    @Test func digitsAndWordsAreTold() {
        #expect("0129".isDigits)
        for text in ["", "1a", "-1", "1.5", "٣", " 1"] { #expect(!text.isDigits, "\(text)") }
        for character in "aZé9_ж٣" { #expect(character.isWordCharacter, "\(character)") }
        for character in "-. $" { #expect(!character.isWordCharacter, "\(character)") }
    }
}
