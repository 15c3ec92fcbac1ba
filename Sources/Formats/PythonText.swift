extension StringProtocol {
    /// Without white space at both ends, as Python's `strip()` does.
    package var strippedOfBlanks: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension Character {
    /// What `\w` means to Python: letters and digits of any script, and `_`.
    package var isWordCharacter: Bool { isLetter || isNumber || self == "_" }
}

/// Text as Python's `repr` shows it.
package func pythonQuoted(_ text: String) -> String {
    let mark = text.contains("'") && !text.contains("\"") ? "\"" : "'"
    let escaped = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    return mark + (mark == "'" ? escaped.replacing("'", with: "\\'") : escaped) + mark
}

extension StringProtocol {
    /// What Python's `isdigit()` says of text in ASCII.
    package var isDigits: Bool { !isEmpty && allSatisfy { $0.isASCII && $0.isNumber } }

    /// What Django takes a check box for: off when empty or `false` in any case, else on (`0` and `no` too).
    package var isChecked: Bool { !isEmpty && lowercased() != "false" }
}
