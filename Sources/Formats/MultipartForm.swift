import Foundation

/// A `multipart/form-data` body: fields and files.
package struct MultipartForm {
    package struct File {
        package var name: String
        package var filename: String
        package var contents: [UInt8]
    }

    package private(set) var fields: [(name: String, value: String)] = []
    package private(set) var files: [File] = []

    /// Reads a body; `nil` when the content type names no boundary. A missing line break after the last boundary is
    /// accepted, since Ansible's client sends none.
    package init?(_ body: [UInt8], contentType: String) {
        guard let boundary = Self.parameter("boundary", in: contentType), !boundary.isEmpty else { return nil }
        let mark = Array("--\(boundary)".utf8)
        var starts = Self.positions(of: mark, in: body[...])[...]
        while let start = starts.popFirst(), let end = starts.first {
            // Between two marks: a line break, headers, an empty line, contents, a line break.
            var part = body[(start + mark.count)..<end]
            part = Self.dropLineBreak(part)
            if part.last == 0x0A { part.removeLast() }
            if part.last == 0x0D { part.removeLast() }
            add(part)
        }
    }

    /// Whether a body is the closing boundary and nothing else.
    package static func isOnlyClosing(_ body: [UInt8], contentType: String) -> Bool {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = parameter("boundary", in: contentType)
        else { return false }
        return String(decoding: body, as: UTF8.self).strippedOfBlanks == "--\(boundary)--"
    }

    private mutating func add(_ part: ArraySlice<UInt8>) {
        guard let (head, raw) = Self.split(part) else { return }
        var contents = raw
        var disposition = ""
        for line in head.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
            let halves = line.split(separator: ":", maxSplits: 1)
            if halves.count == 2, halves[0].lowercased() == "content-disposition" { disposition = String(halves[1]) }
            // python-libmaas sends every field this way.
            if halves.count == 2, halves[0].lowercased() == "content-transfer-encoding",
                halves[1].strippedOfBlanks.lowercased() == "base64",
                let decoded = Data(base64Encoded: Data(raw), options: .ignoreUnknownCharacters)
            {
                contents = Array(decoded)[...]
            }
        }
        guard let name = Self.parameter("name", in: disposition) else { return }
        if let filename = Self.parameter("filename", in: disposition) {
            files.append(File(name: name, filename: filename, contents: Array(contents)))
        } else {
            fields.append((name, String(decoding: contents, as: UTF8.self)))
        }
    }

    /// Headers and contents, parted at the first empty line.
    private static func split(_ part: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
        for gap in [[0x0D, 0x0A, 0x0D, 0x0A], [0x0A, 0x0A]] as [[UInt8]] {
            if let position = positions(of: gap, in: part).first {
                return (String(decoding: part[..<position], as: UTF8.self), part[(position + gap.count)...])
            }
        }
        return nil
    }

    private static func dropLineBreak(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var part = part
        if part.first == 0x0D { part.removeFirst() }
        if part.first == 0x0A { part.removeFirst() }
        return part
    }

    /// Where `mark` begins in `bytes`, as indices into it.
    private static func positions(of mark: [UInt8], in bytes: ArraySlice<UInt8>) -> [Int] {
        var found: [Int] = []
        var index = bytes.startIndex
        while index + mark.count <= bytes.endIndex {
            if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
                found.append(index)
                index += mark.count
            } else {
                index += 1
            }
        }
        return found
    }

    /// The value of `name="value"` or `name=value` in a header.
    package static func parameter(_ name: String, in header: String) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let halves = piece.split(separator: "=", maxSplits: 1)
            guard halves.count == 2, halves[0].filter({ !$0.isWhitespace }).lowercased() == name else { continue }
            var value = halves[1].drop { $0.isWhitespace }
            while value.last?.isWhitespace == true { value.removeLast() }
            if value.count >= 2, value.first == "\"", value.last == "\"" { value = value.dropFirst().dropLast() }
            return String(value)
        }
        return nil
    }
}
