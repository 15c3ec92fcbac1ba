/// One value that differs between two answers.
struct LeafDifference: Sendable, Equatable {
    /// What kind of difference it is, for groups.
    enum Kind: String, Sendable {
        case status, header, missing, added = "not expected", type, value, count = "number of elements", order
        case text = "body", problem = "no answer"
    }

    /// `status`, `header Content-Type`, or the way to a value: `interface_set.0.name`.
    var place: String
    var kind: Kind
    /// `nil` where one side has nothing there.
    var left: JSON?
    var right: JSON?

    /// For people.
    var sentence: String {
        switch (left, right) {
        case (let left?, nil): "\(place) is missing, was \(Self.short(left))"
        case (nil, let right?): "\(place) is \(Self.short(right)), was not there"
        default:
            kind == .order
                ? "\(place) comes in another order"
                : "\(place) is \(Self.short(right ?? .null)), was \(Self.short(left ?? .null))"
        }
    }

    /// The place without the numbers of elements: the same for every machine of a list.
    var shape: String {
        place.split(separator: ".").map { Int($0) == nil ? String($0.prefix(40)) : "*" }.joined(separator: ".")
    }

    /// For people: of what differs in every element of a list, the first ones.
    static func sentences(_ differences: [LeafDifference]) -> [String] {
        var counts: [String: Int] = [:]
        var sentences: [String] = []
        for difference in differences {
            let shape = "\(difference.kind.rawValue) \(difference.shape)"
            counts[shape, default: 0] += 1
            if counts[shape, default: 0] <= 3 { sentences.append(difference.sentence) }
        }
        let more = counts.filter { $0.value > 3 }.sorted { $0.key < $1.key }
        return sentences + more.map { "and \($0.value - 3) more of that kind: \($0.key)" }
    }

    private static func short(_ json: JSON) -> String {
        let text = json.written
        return text.count > 160 ? text.prefix(160) + "…" : text
    }
}
