/// A pattern as shells have them: `*` for any text, `?` for any character, `[a-c]` for one of some, `[!a-c]` for another.
package struct WildcardPattern {
    private enum Part {
        case any
        case one
        case exactly(Character)
        case among([ClosedRange<Character>], isNegated: Bool)

        func accepts(_ character: Character) -> Bool {
            switch self {
            case .any, .one: true
            case .exactly(let own): own == character
            case .among(let ranges, let isNegated): ranges.contains { $0.contains(character) } != isNegated
            }
        }
    }

    private let parts: [Part]

    /// Reads a pattern; a bracket that is not closed stands for itself.
    package init(_ text: String) {
        var parts: [Part] = []
        var rest = Substring(text)
        // Where one bracket finds no end, no later one does.
        var closes = true
        while let character = rest.popFirst() {
            switch character {
            case "*": parts.append(.any)
            case "?": parts.append(.one)
            case "[":
                guard closes, let part = Self.bracket(&rest) else {
                    closes = false
                    fallthrough
                }
                parts.append(part)
            default: parts.append(.exactly(character))
            }
        }
        self.parts = parts
    }

    private static func bracket(_ rest: inout Substring) -> Part? {
        var body = rest
        let isNegated = body.first == "!"
        if isNegated { body.removeFirst() }
        guard !body.isEmpty, let end = body.dropFirst().firstIndex(of: "]") else { return nil }
        let characters = Array(body[..<end])
        var ranges: [ClosedRange<Character>] = []
        var index = 0
        while index < characters.count {
            if index + 2 < characters.count, characters[index + 1] == "-" {
                if characters[index] <= characters[index + 2] {
                    ranges.append(characters[index]...characters[index + 2])
                }
                index += 3
            } else {
                ranges.append(characters[index]...characters[index])
                index += 1
            }
        }
        rest = body[body.index(after: end)...]
        return .among(ranges, isNegated: isNegated)
    }

    /// Whether all of a text is what the pattern stands for. The time goes with the length of both, never beyond their
    /// product.
    package func matches(_ text: String) -> Bool {
        let text = Array(text)
        var (position, part) = (0, 0)
        var retry: (position: Int, part: Int)?
        while position < text.count {
            if part < parts.count, case .any = parts[part] {
                retry = (position, part)
                part += 1
            } else if part < parts.count, parts[part].accepts(text[position]) {
                position += 1
                part += 1
            } else if let last = retry {
                retry = (last.position + 1, last.part)
                (position, part) = (last.position + 1, last.part + 1)
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { if case .any = $0 { true } else { false } }
    }
}
