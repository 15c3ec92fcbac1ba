/// Where something stands in a fixture. The text is made where somebody complains, and not for every value of ten thousand
/// machines.
package indirect enum FixturePlace: Sendable {
    /// The whole, which has no name.
    case top
    case key(FixturePlace, String)
    case index(FixturePlace, Int)

    /// As people write it, such as `machines[3].hostname`.
    package var text: String {
        switch self {
        case .top: ""
        case .key(.top, let key): key
        case .key(let place, let key): "\(place.text).\(key)"
        case .index(let place, let index): "\(place.text)[\(index)]"
        }
    }
}
