// Written by script/generate-client.py; change Description/objects.json instead.

/// How an interface gets its address on a subnet.
public enum LinkMode: MAASWord, CaseIterable {
    /// MAAS picks an address when the machine is deployed.
    case auto
    /// A DHCP server of the network gives it one: MAAS's or another.
    case dhcp
    /// A fixed address.
    case `static`
    /// Up, without an address.
    case linkUp
    /// A word that this client does not know.
    case other(String)

    /// Those that this client knows.
    public static let allCases: [Self] = [.auto, .dhcp, .`static`, .linkUp]

    /// The word with this text, known or not.
    public init(_ word: String) {
        switch word {
        case "auto": self = .auto
        case "dhcp": self = .dhcp
        case "static": self = .`static`
        case "link_up": self = .linkUp
        default: self = .other(word)
        }
    }

    /// As MAAS writes it.
    public var rawValue: String {
        switch self {
        case .auto: "auto"
        case .dhcp: "dhcp"
        case .`static`: "static"
        case .linkUp: "link_up"
        case .other(let word): word
        }
    }
}
