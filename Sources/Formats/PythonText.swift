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
    let mark: Unicode.Scalar = text.contains("'") && !text.contains("\"") ? "\"" : "'"
    var quoted = String(mark)
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\": quoted += "\\\\"
        case mark: quoted += "\\\(mark)"
        case "\n": quoted += "\\n"
        case "\r": quoted += "\\r"
        case "\t": quoted += "\\t"
        default:
            if scalar.isPrintableInPython {
                quoted.unicodeScalars.append(scalar)
            } else {
                quoted += scalar.pythonEscape
            }
        }
    }
    return quoted + String(mark)
}

extension Unicode.Scalar {
    /// What `str.isprintable()` says: no control, no format character, no separator but the blank.
    fileprivate var isPrintableInPython: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: self == " "
        default: true
        }
    }

    /// `\x00`, `\u2028` or `\U000e0001`.
    fileprivate var pythonEscape: String {
        let (letter, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
        let digits = String(value, radix: 16)
        return "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
    }
}

extension StringProtocol {
    /// What Python's `isdigit()` says of text in ASCII.
    package var isDigits: Bool { !isEmpty && allSatisfy { $0.isASCII && $0.isNumber } }

    /// What Django takes a check box for: off when empty or `false` in any case, else on (`0` and `no` too).
    package var isChecked: Bool { !isEmpty && lowercased() != "false" }
}
