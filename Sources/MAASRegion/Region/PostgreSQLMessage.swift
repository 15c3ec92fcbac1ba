/// What MAAS's database says of a value that it cannot take; MAAS passes it on.
package enum PostgreSQLMessage {
    /// `invalid input syntax for type inet: "x"` with the part of the query around the value, which is sixty characters
    /// wide and ends ten behind the mark at the value's quote.
    /// - Parameters:
    ///   - before: What stands in the query before the value, sixty characters or more.
    ///   - after: What follows the value's closing quote, as far as it can show.
    package static func invalidInput(type: String, _ value: String, before: String, after: String) -> String {
        let (width, right) = (60, 10)
        let shown = ("'" + value + "'" + after).replacing("\t", with: " ").prefix(right)
        let excerpt = before.suffix(width - shown.count) + shown
        let label = "LINE 1: ..."
        let mark = String(repeating: " ", count: label.count + excerpt.count - shown.count) + "^"
        return "invalid input syntax for type \(type): \"\(value)\"\n\(label)\(excerpt)...\n\(mark)\n"
    }
}
