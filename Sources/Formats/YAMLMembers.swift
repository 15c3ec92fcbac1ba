/// The members of a mapping while it is read. As in Python, a key that comes again keeps its place and takes the later
/// value, and 1, 1.0 and `true` are one key; where JSON's keys, which are text, would tell another story, it is refused.
struct YAMLMembers {
    private(set) var list: [(key: String, value: JSONValue)] = []
    private var places: [String: (index: Int, key: JSONValue)] = [:]
    private var numbers: [Double: String] = [:]

    var json: JSONValue { .object(places.mapValues { list[$0.index].value }) }

    /// - Returns: false when the key collides with another one of a different kind.
    mutating func set(_ key: JSONValue, _ value: JSONValue) -> Bool {
        let text = key.string ?? key.text
        let number: Double? =
            switch key {
            case .bool(let flag): flag ? 1 : 0
            case .integer(let number): Double(number)
            case .number(let number): number
            default: nil
            }
        if let number {
            if let other = numbers[number], other != text { return false }
            numbers[number] = text
        }
        if let place = places[text] {
            guard place.key == key else { return false }
            list[place.index].value = value
        } else {
            places[text] = (list.count, key)
            list.append((text, value))
        }
        return true
    }
}
