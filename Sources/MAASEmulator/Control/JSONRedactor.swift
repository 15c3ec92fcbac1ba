/// Takes the values of secrets out of text that is JSON, or the beginning of some, or has JSON somewhere in it.
enum JSONRedactor {
    /// The text with `"(left out)"` in the place of the values whose members have the name of a secret.
    static func redact(_ text: String) -> String {
        guard text.utf8.contains(quote) else { return text }
        let bytes = Array(text.utf8)
        var shown: [UInt8] = []
        shown.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == quote else {
                shown.append(bytes[index])
                index += 1
                continue
            }
            let end = endOfString(bytes, index)
            let content = bytes[(index + 1)..<max(index + 1, min(end, bytes.count))]
            var next = min(end + 1, bytes.count)
            let colon = skipBlanks(bytes, next)
            if colon < bytes.count, bytes[colon] == UInt8(ascii: ":"),
                Redactor.isSecret(String(decoding: content, as: UTF8.self))
            {
                let value = skipBlanks(bytes, colon + 1)
                if let after = endOfValue(bytes, value) {
                    shown += bytes[index..<value]
                    shown += Array("\"\(Redactor.mark)\"".utf8)
                    index = after
                    continue
                }
            }
            // JSON within a string, such as power parameters, is written with escaped quotes.
            if content.contains(UInt8(ascii: "\\")), content.contains(UInt8(ascii: "{")) {
                let inner = String(decoding: content, as: UTF8.self).replacing("\\\"", with: "\"")
                let safe = redact(inner)
                if safe != inner {
                    shown += [quote] + Array(safe.replacing("\"", with: "\\\"").utf8) + [quote]
                    index = next
                    continue
                }
            }
            next = max(next, index + 1)
            shown += bytes[index..<next]
            index = next
        }
        return String(decoding: shown, as: UTF8.self)
    }

    private static let quote = UInt8(ascii: "\"")

    /// Where the string that begins at `start` has its closing quote; the end of the text where it has none.
    private static func endOfString(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != quote { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(index, bytes.count)
    }

    private static func skipBlanks(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
        return index
    }

    /// Where a value that is no object or list ends; `nil` for one that is, whose members are looked at by themselves,
    /// and for `null`, which is no secret.
    private static func endOfValue(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        switch bytes[start] {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "n"): return nil
        case quote:
            let end = endOfString(bytes, start)
            return end == start + 1 && end < bytes.count ? nil : min(end + 1, bytes.count)
        default:
            var index = start
            while index < bytes.count, ![UInt8(ascii: ","), UInt8(ascii: "}"), 0x0A].contains(bytes[index]) {
                index += 1
            }
            return index
        }
    }
}
