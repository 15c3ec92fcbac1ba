/// Where something stands in a fixture. The text is made where somebody complains, and not for every value of ten thousand
/// machines.
package indirect enum FixturePlace: Sendable {
    /// The top, which has no name, or a place that is known as a text.
    case text(String)
    case key(FixturePlace, String)
    case index(FixturePlace, Int)

    /// The whole.
    package static let top = FixturePlace.text("")

    /// As people write it, such as `machines[3].hostname`.
    package var text: String {
        switch self {
        case .text(let text): text
        case .key(let place, let key):
            switch place.text {
            case "": key
            case let path: "\(path).\(key)"
            }
        case .index(let place, let index): "\(place.text)[\(index)]"
        }
    }
}
