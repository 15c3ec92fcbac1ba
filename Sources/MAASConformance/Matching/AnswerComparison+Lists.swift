extension AnswerComparison {
    /// What an element goes by, the first that all elements have and that tells them apart.
    private static let names = [
        "system_id", "hostname", "username", "cidr", "fqdn", "vid", "name", "mac_address", "start_ip", "ip", "start",
        "key", "title", "id",
    ]

    mutating func lists(_ left: [JSON], _ right: [JSON], _ place: String, key: String) {
        if ValueForm.sets.contains(key), left.allSatisfy({ $0.text != nil }), right.allSatisfy({ $0.text != nil }) {
            let (a, b) = (left.compactMap { $0.text.map(known.text) }.sorted(), right.compactMap(\.text).sorted())
            if a != b { note(place, .value, .array(a.map { .string($0) }), .array(b.map { .string($0) })) }
            return
        }
        guard let (a, b) = named(left, right), a != b else { return inOrder(left, right, place, key) }
        guard Set(a) == Set(b) || left.count != right.count else { return inOrder(left, right, place, key) }
        byName(left, right, a, b, place, key)
    }

    /// Element by element.
    private mutating func inOrder(_ left: [JSON], _ right: [JSON], _ place: String, _ key: String) {
        if left.count != right.count { note(place, .count, .int(left.count), .int(right.count)) }
        for (index, pair) in zip(left, right).enumerated() {
            compare(pair.0, pair.1, place.isEmpty ? "\(index)" : "\(place).\(index)", key: key, holder: key)
        }
    }

    /// Each with the one of its name, so that one more on one side does not shift all the others.
    private mutating func byName(
        _ left: [JSON], _ right: [JSON], _ a: [String], _ b: [String], _ place: String, _ key: String
    ) {
        for (index, (element, name)) in zip(left, a).enumerated() {
            let at = place.isEmpty ? "\(index)" : "\(place).\(index)"
            guard let other = b.firstIndex(of: name) else {
                note(at, .missing, element, nil)
                continue
            }
            compare(element, right[other], at, key: key, holder: key)
        }
        for (index, (element, name)) in zip(right, b).enumerated() where !a.contains(name) {
            note(place.isEmpty ? "\(index)" : "\(place).\(index)", .added, nil, element)
        }
        let shared = Set(a).intersection(b)
        if a.filter(shared.contains) != b.filter(shared.contains), !ValueForm.sets.contains(key) {
            note(place, .order, .array(a.map { .string($0) }), .array(b.map { .string($0) }))
        }
    }

    /// The names of both lists' elements as the second region has them; `nil` where nothing tells them apart.
    private func named(_ left: [JSON], _ right: [JSON]) -> ([String], [String])? {
        for key in Self.names {
            let (a, b) = (left.compactMap { $0[key]?.plain }, right.compactMap { $0[key]?.plain })
            guard a.count == left.count, b.count == right.count, Set(a).count == a.count, Set(b).count == b.count
            else { continue }
            return (a.map(known.text), b)
        }
        return nil
    }
}
