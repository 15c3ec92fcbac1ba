/// Which value of one region stands for which of another: each for one only, in both directions.
struct Pairing: Sendable {
    private(set) var forward: [String: String] = [:]
    private var backward: [String: String] = [:]
    /// True once some value stands for another one than itself.
    private(set) var changes = false

    subscript(_ value: String) -> String? { forward[value] }

    /// False when one of the two already stands for something else.
    mutating func pair(_ left: String, _ right: String) -> Bool {
        if let known = forward[left] { return known == right }
        guard backward[right] == nil else { return false }
        forward[left] = right
        backward[right] = left
        if left != right { changes = true }
        return true
    }
}
