/// Named values of a query or a form, in the order they were sent; a name may come several times.
package final class Parameters {
    package private(set) var pairs: [(name: String, value: String)] { didSet { places = nil } }
    /// Where each name stands among many pairs, once somebody has asked for one.
    private var places: [String: [Int]]?
    /// False for a JSON body, whose values cannot be asked for as lists (MAAS fails on them with a 500).
    package let hasLists: Bool
    /// The names that a handler has asked for; the journal shows those that nobody did.
    package private(set) var read: Set<String> = []

    package init(_ pairs: [(name: String, value: String)] = [], hasLists: Bool = true) {
        self.pairs = pairs
        self.hasLists = hasLists
    }

    /// Reads `a=1&b=2`: percent-encoding and `+` undone, bytes that are no UTF-8 replaced.
    package convenience init(urlencoded text: String) {
        self.init(
            text.split(separator: "&").map { part in
                let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                return (
                    PercentEncoding.decode(halves[0], plusIsBlank: true),
                    halves.count > 1 ? PercentEncoding.decode(halves[1], plusIsBlank: true) : ""
                )
            })
    }

    /// The last value under `name`, as Django's `QueryDict` answers; `nil` when it was not sent.
    package subscript(_ name: String) -> String? {
        note(name)
        return positions(of: name).last.map { pairs[$0].value }
    }

    /// Every value under `name`.
    package func all(_ name: String) -> [String] {
        note(name)
        return positions(of: name).map { pairs[$0].value }
    }

    /// Counts a name as asked for, where what was sent under it stands elsewhere: a file.
    package func note(_ name: String) { read.insert(name) }

    private func positions(of name: String) -> [Int] {
        if pairs.count <= 16 { return pairs.indices.filter { pairs[$0].name == name } }
        if let places { return places[name] ?? [] }
        let made = Dictionary(grouping: pairs.indices) { pairs[$0].name }
        places = made
        return made[name] ?? []
    }

    package func contains(_ name: String) -> Bool { self[name] != nil }

    /// The names that were sent, each once, in the order of their first appearance.
    package var names: [String] {
        var seen: Set<String> = []
        return pairs.map(\.name).filter { seen.insert($0).inserted }
    }

    /// The names that nobody has asked for.
    package var unread: [String] { names.filter { !read.contains($0) } }

    /// Takes every value under `name` out.
    package func remove(_ name: String) { pairs.removeAll { $0.name == name } }
}
