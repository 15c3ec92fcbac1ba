/// A header such as `form-data; name="a"; filename="b"`, read as Django reads it (`parse_header_parameters`).
package struct HeaderParameters {
    /// What stands before the parameters, in small letters.
    package let value: String
    private var parameters: [String: String] = [:]

    package init(_ header: some StringProtocol) {
        var pieces = Self.pieces(Array(header.utf8)[...])[...]
        value = pieces.popFirst()?.lowercased() ?? ""
        for piece in pieces {
            guard let mark = piece.firstIndex(of: "=") else { continue }
            var name = piece[..<mark].strippedOfBlanks.lowercased()
            var value = piece[piece.index(after: mark)...].strippedOfBlanks
            if value.utf8.count >= 2, value.utf8.first == UInt8(ascii: "\""), value.utf8.last == UInt8(ascii: "\"") {
                value = String(value.dropFirst().dropLast()).replacing("\\\\", with: "\\").replacing("\\\"", with: "\"")
            }
            if name.hasSuffix("*") {
                name.removeLast()
                value = Self.decoded(value) ?? value
            }
            parameters[name] = value
        }
    }

    /// A parameter, by its name in small letters; of several, the last. That of `name*` counts as one of `name`.
    package subscript(_ name: String) -> String? { parameters[name] }

    /// Cuts at semicolons that are not within quotes. A quote behind a backslash neither opens nor closes.
    private static func pieces(_ header: ArraySlice<UInt8>) -> [String] {
        var pieces: [String] = []
        var start = header.startIndex
        var isQuoted = false
        var previous: UInt8 = 0
        for index in header.indices {
            let byte = header[index]
            if byte == UInt8(ascii: "\""), previous != UInt8(ascii: "\\") { isQuoted.toggle() }
            if byte == UInt8(ascii: ";"), !isQuoted {
                pieces.append(String(decoding: header[start..<index], as: UTF8.self).strippedOfBlanks)
                start = index + 1
            }
            previous = byte
        }
        return pieces + [String(decoding: header[start...], as: UTF8.self).strippedOfBlanks]
    }

    /// `UTF-8'en'%C3%A9`: an encoding, a language, and the text (RFC 2231).
    private static func decoded(_ value: String) -> String? {
        let parts = value.split(separator: "'", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        let bytes = PercentEncoding.bytes(of: parts[2].utf8)
        switch parts[0].lowercased() {
        case "iso-8859-1", "latin-1", "latin1":
            return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        default: return String(decoding: bytes, as: UTF8.self)
        }
    }
}
