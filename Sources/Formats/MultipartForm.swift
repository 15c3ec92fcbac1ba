import Foundation

/// A `multipart/form-data` body: fields and files. What a part is, its headers say as Django reads them; where it ends,
/// RFC 2046: a boundary stands at the beginning of a line, and what is before the first and behind the closing one does
/// not count.
package struct MultipartForm {
    package struct File {
        package var name: String
        /// Without folders; never empty.
        package var filename: String
        package var contents: [UInt8]
    }

    package private(set) var fields: [(name: String, value: String)] = []
    package private(set) var files: [File] = []

    /// Within so many bytes a part's headers must end.
    private static let longestHead = 1024

    /// Reads a body; `nil` when the content type names no boundary. The closing boundary may be missing, and so may the
    /// line break behind it, since Ansible's client sends none.
    package init?(_ body: [UInt8], contentType: String) {
        guard let boundary = Self.boundary(contentType) else { return nil }
        let mark = Array("--\(boundary)".utf8)
        var start: Int?
        var line = 0
        while line < body.count {
            let lineEnd = body[line...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? body.count
            if let isClosing = Self.isClosing(body[line..<lineEnd], mark) {
                if let start { add(body[start..<Self.withoutLineBreak(body, before: line, from: start)]) }
                if isClosing { return }
                start = line + mark.count
            }
            line = lineEnd
        }
        if let start { add(body[start...]) }
    }

    /// Whether a body is the closing boundary and nothing else.
    package static func isOnlyClosing(_ body: [UInt8], contentType: String) -> Bool {
        guard contentType.lowercased().hasPrefix("multipart/form-data"), let boundary = boundary(contentType) else {
            return false
        }
        return String(decoding: body, as: UTF8.self).strippedOfBlanks == "--\(boundary)--"
    }

    /// Up to 201 printable characters of ASCII, the last of them no blank.
    private static func boundary(_ contentType: String) -> String? {
        guard let boundary = HeaderParameters(contentType)["boundary"], (1...201).contains(boundary.utf8.count),
            boundary.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !boundary.hasSuffix(" ")
        else { return nil }
        return boundary
    }

    /// Whether a line is a boundary, perhaps with blanks behind it: true for the closing one, `nil` when it is none.
    private static func isClosing(_ line: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool? {
        guard line.starts(with: mark) else { return nil }
        var rest = line.dropFirst(mark.count)
        let isClosing = rest.starts(with: "--".utf8)
        if isClosing { rest = rest.dropFirst(2) }
        return rest.allSatisfy { " \t\r\n".utf8.contains($0) } ? isClosing : nil
    }

    /// The line break before a boundary belongs to it.
    private static func withoutLineBreak(_ body: [UInt8], before line: Int, from start: Int) -> Int {
        var end = line
        if end > start, body[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end > start, body[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return end
    }

    /// A part, from behind its boundary.
    private mutating func add(_ part: ArraySlice<UInt8>) {
        guard let (headers, raw) = Self.head(of: part), let disposition = headers["content-disposition"],
            let name = disposition["name"]?.strippedOfBlanks
        else { return }
        var contents = Array(raw)
        // python-libmaas sends every field this way.
        if headers["content-transfer-encoding"]?.value == "base64",
            let decoded = Data(base64Encoded: Data(raw), options: .ignoreUnknownCharacters)
        {
            contents = Array(decoded)
        }
        guard let sent = disposition["filename"], !sent.isEmpty else {
            fields.append((name, String(decoding: contents, as: UTF8.self)))
            return
        }
        let filename = sent.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last ?? ""
        if !["", ".", ".."].contains(filename) {
            files.append(File(name: name, filename: String(filename), contents: contents))
        }
    }

    /// The headers by their names, of several the last, and what stands behind the empty line that ends them.
    private static func head(of part: ArraySlice<UInt8>) -> ([String: HeaderParameters], ArraySlice<UInt8>)? {
        let head = part.prefix(longestHead)
        let gap = Array("\r\n\r\n".utf8)
        guard let end = head.indices.first(where: { head[$0...].starts(with: gap) }) else { return nil }
        var headers: [String: HeaderParameters] = [:]
        for line in head[..<end].split(separator: Array("\r\n".utf8)) {
            guard let line = String(validating: line, as: UTF8.self), let colon = line.firstIndex(of: ":") else {
                continue
            }
            headers[line[..<colon].lowercased()] = HeaderParameters(line[line.index(after: colon)...])
        }
        return (headers, part[(end + gap.count)...])
    }
}
