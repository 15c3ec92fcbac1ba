import Addresses
import Formats

extension Form {
    /// A URL of the web, as Django's `URLField` reads it.
    mutating func webAddress(_ name: String, required: Bool, maxLength: Int) -> FormField<String> {
        let field = raw(name, required: required)
        guard let sent = field.value else { return field }
        // What Python's parser of URLs drops is gone before anything looks at it.
        let url = URLText.withScheme(String(sent.drop { $0 <= " " }))
        if !URLText.isValid(url) { errors.add(name, "Enter a valid URL.") }
        if url.unicodeScalars.contains("\0") { errors.add(name, "Null characters are not allowed.") }
        let length = url.unicodeScalars.count
        if length > maxLength {
            errors.add(name, "Ensure this value has at most \(maxLength) characters (it has \(length)).")
        }
        return errors.contains(name) ? .absent : .value(url)
    }

    /// The URL of a package archive, or the place of a PPA (`ppa:owner/name`); a URL without a scheme gets `http://`.
    mutating func repositoryURL(_ name: String, required: Bool) -> FormField<String> {
        let field = raw(name, required: required)
        guard let sent = field.value else { return field }
        let isPPA = URLText.namesPPA(sent)
        let url = isPPA ? sent : URLText.withScheme(sent)
        if !isPPA, !URLText.isValid(url) { errors.add(name, "Enter a valid repository URL or PPA location.") }
        if url.unicodeScalars.contains("\0") { errors.add(name, Self.nullCharacters) }
        let length = url.unicodeScalars.count
        if !isPPA, !errors.contains(name), length > 200 {
            errors.add(name, "Ensure this value has at most 200 characters (it has \(length)).")
        }
        return errors.contains(name) ? .absent : .value(url)
    }
}

/// What Django's `URLValidator` takes for a URL.
enum URLText {
    private static let schemes: Set = ["http", "https", "ftp", "ftps"]

    /// Whether a text holds `ppa:` and two names parted by a slash, anywhere.
    static func namesPPA(_ text: String) -> Bool {
        text.contains(/ppa:[a-z0-9\u{a1}-\u{ffff}][a-z0-9\u{a1}-\u{ffff}-]*\/[a-z0-9\u{a1}-\u{ffff}]/)
    }

    /// The text as a URL: one that begins with a host gets the scheme of the web, schemes are written small, and a query
    /// and a fragment of nothing go.
    static func withScheme(_ text: String) -> String {
        var scheme = "http"
        var rest = Substring(text)
        if let match = text.prefixMatch(of: /([A-Za-z][A-Za-z0-9+.\-]*):/) {
            scheme = match.1.lowercased()
            rest = text[match.range.upperBound...]
        }
        if rest.hasPrefix("//") { rest.removeFirst(2) }
        let halves = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var place = halves.first ?? ""
        if place.firstIndex(of: "?") == place.indices.last { place = place.dropLast() }
        let fragment = halves.count > 1 && !halves[1].isEmpty ? "#\(halves[1])" : ""
        return "\(scheme)://\(place)\(fragment)"
    }

    /// Whether a text is `scheme://[user[:password]@]host[:port][/…]` with a host that has a dot, or is an address.
    static func isValid(_ text: String) -> Bool {
        guard text.unicodeScalars.count <= 2048, !text.contains(where: \.isWhitespace),
            let parts = text.wholeMatch(of: /([A-Za-z0-9.+\-]*):\/\/([^\/?#]*)(?:[\/?#].*)?/),
            schemes.contains(parts.1.lowercased())
        else { return false }
        let authority = parts.2.split(separator: "@", omittingEmptySubsequences: false)
        guard authority.count <= 2, let place = authority.last else { return false }
        if authority.count == 2 {
            let login = authority[0].split(separator: ":", omittingEmptySubsequences: false)
            guard login.count <= 2, let user = login.first, !user.isEmpty else { return false }
        }
        if let inner = place.wholeMatch(of: /\[([0-9A-Fa-f:.]+)\](?::[0-9]{1,5})?/) {
            return IPAddress(String(inner.1))?.family == .v6
        }
        guard let named = place.wholeMatch(of: /([^:\[\]]+)(?::[0-9]{1,5})?/) else { return false }
        return isHost(String(named.1))
    }

    private static func isHost(_ host: String) -> Bool {
        guard host.unicodeScalars.count <= 253 else { return false }
        if host.lowercased() == "localhost" || IPAddress(host)?.family == .v4 { return true }
        var labels = host.split(separator: ".", omittingEmptySubsequences: false)
        if labels.last == "" { labels.removeLast() }
        guard labels.count >= 2, labels.allSatisfy(isLabel), let top = labels.last else { return false }
        if top.lowercased().hasPrefix("xn--") { return true }
        return top.count >= 2 && top.allSatisfy { !$0.isNumber }
    }

    private static func isLabel(_ label: Substring) -> Bool {
        guard (1...63).contains(label.unicodeScalars.count), !label.hasPrefix("-"), !label.hasSuffix("-") else {
            return false
        }
        return label.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "\u{a1}"..."\u{ffff}": true
            default: false
            }
        }
    }
}
