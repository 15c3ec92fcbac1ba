import Formats

/// A path below the API root, with names in braces for its variable segments: `nodes/{system_id}/interfaces/`.
package struct PathPattern: Sendable, Equatable {
    /// As it was written; the text that `describe/` and the coverage page show.
    package let text: String
    package let names: [String]
    private let segments: [Segment]
    private let endsInSlash: Bool

    private enum Segment: Sendable, Equatable {
        case literal(String)
        case variable(String)
        /// A network: an address with an optional prefix length after a slash.
        case network(String)
        /// All that is left, slashes too.
        case rest(String)
        /// A discovery: an address and a MAC address, parted by a comma, in base 64.
        case discovery(String)
    }

    package init(_ text: String) {
        self.text = text
        endsInSlash = text.hasSuffix("/")
        segments = text.split(separator: "/").map { part in
            guard part.hasPrefix("{"), part.hasSuffix("}") else { return .literal(String(part)) }
            let name = String(part.dropFirst().dropLast())
            if name.hasSuffix("cidr") { return .network(name) }
            if name == "discovery_id" { return .discovery(name) }
            return name == "filename" ? .rest(name) : .variable(name)
        }
        names = segments.compactMap { segment in
            switch segment {
            case .literal: nil
            case .variable(let name), .network(let name), .rest(let name), .discovery(let name): name
            }
        }
    }

    /// The word with which every path begins that fits.
    var firstWord: String {
        guard case .literal(let word)? = segments.first else { return "" }
        return word
    }

    /// The values of the variable segments when `path` (percent-decoded, single slashes) fits.
    package func match(_ path: PathParts) -> [String: String]? {
        guard path.endsInSlash == endsInSlash else { return nil }
        var values: [String: String] = [:]
        var index = 0
        for segment in segments {
            guard index < path.segments.count else { return nil }
            let part = path.segments[index]
            index += 1
            switch segment {
            case .literal(let word):
                guard part == word else { return nil }
            case .variable(let name):
                values[name] = part
            case .discovery(let name):
                guard part.allSatisfy({ $0.isWordCharacter || ".: =^".contains($0) }) else { return nil }
                values[name] = part
            case .rest(let name):
                values[name] = ([part] + path.segments[index...]).joined(separator: "/")
                index = path.segments.count
            case .network(let name):
                guard part.allSatisfy({ $0.isWordCharacter || ".: -".contains($0) }) else { return nil }
                // The prefix length has two or three digits: `10.0.0.0/8` is not a path that MAAS knows.
                if index < path.segments.count, (2...3).contains(path.segments[index].count),
                    path.segments[index].allSatisfy(\.isNumber)
                {
                    values[name] = "\(part)/\(path.segments[index])"
                    index += 1
                } else {
                    values[name] = part
                }
            }
        }
        return index == path.segments.count ? values : nil
    }
}

/// A path cut at its slashes; runs of slashes count as one, as MAAS's web server collapses them.
package struct PathParts {
    let segments: [String]
    let endsInSlash: Bool

    package init(_ decoded: Substring) {
        // A slash is one also before a combining mark, with which Swift makes one character of it.
        let slash = UInt8(ascii: "/")
        segments = decoded.utf8.split(separator: slash).map { String(Substring($0)) }
        endsInSlash = decoded.utf8.last == slash || segments.isEmpty
    }

    private init(segments: [String], endsInSlash: Bool) {
        self.segments = segments
        self.endsInSlash = endsInSlash
    }

    /// The path before an `op-NAME` suffix and that name; `nil` when there is no such suffix.
    package var operationSuffix: (path: PathParts, op: String)? {
        guard !endsInSlash, let last = segments.last, last.hasPrefix("op-") else { return nil }
        return (PathParts(segments: segments.dropLast(), endsInSlash: true), String(last.dropFirst(3)))
    }
}
