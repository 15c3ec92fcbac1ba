import Foundation

/// A value that MAAS takes as form text.
public protocol ParamValue: Sendable {
    /// As it is written in a form.
    var paramText: String { get }
}

extension String: ParamValue {
    /// The text itself.
    public var paramText: String { self }
}

extension Int: ParamValue {
    /// In decimal.
    public var paramText: String { String(self) }
}

extension Double: ParamValue {
    /// With a point, such as `1.5`; `2` is written `2.0`.
    public var paramText: String { String(self) }
}

extension Bool: ParamValue {
    /// `true` and `false`: what both kinds of MAAS's form booleans read alike (`0` and `no` count as true).
    public var paramText: String { self ? "true" : "false" }
}

/// Parameters of a request, in order; a name may occur several times (MAAS's lists).
public struct Params: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// A name and one value of it.
    public struct Item: Sendable, Hashable {
        /// As MAAS has it: `hostname`, `tags`, …
        public var name: String
        /// Not encoded yet.
        public var value: String
    }

    /// In the order in which they will be sent.
    public private(set) var items: [Item] = []

    /// Nothing, to be added to.
    public init() {}

    /// In the order they are written; a name that stands twice is sent twice.
    public init(dictionaryLiteral elements: (String, any ParamValue)...) {
        items = elements.map { Item(name: $0.0, value: $0.1.paramText) }
    }

    /// True when nothing would be sent.
    public var isEmpty: Bool { items.isEmpty }

    /// The first value under `name`.
    public subscript(_ name: String) -> String? { items.first { $0.name == name }?.value }

    /// Every value under `name`.
    public func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    /// Replaces every value under `name`; `nil` leaves things as they are.
    public mutating func set(_ name: String, _ value: (any ParamValue)?) {
        guard let value else { return }
        items.removeAll { $0.name == name }
        items.append(Item(name: name, value: value.paramText))
    }

    /// Adds one more value under `name`.
    public mutating func add(_ name: String, _ value: any ParamValue) {
        items.append(Item(name: name, value: value.paramText))
    }

    /// Adds one value under `name` for each element; none leaves things as they are.
    public mutating func add(_ name: String, each values: [some ParamValue]?) {
        for value in values ?? [] { add(name, value) }
    }

    /// Sets the elements as one value, parted by commas, as MAAS takes some lists; no elements empty the list.
    public mutating func set(_ name: String, joined values: [some ParamValue]?) {
        set(name, values?.map(\.paramText).joined(separator: ","))
    }

    /// Sets each value under the prefix and its key.
    public mutating func set(prefix: String, _ values: [String: String]?) {
        for (key, value) in (values ?? [:]).sorted(by: { $0.key < $1.key }) { set(prefix + key, value) }
    }

    /// Sets what `other` has, name by name.
    public mutating func merge(_ other: Params) {
        let names = Set(other.items.map(\.name))
        items.removeAll { names.contains($0.name) }
        items += other.items
    }

    /// Reads what `encoded` writes.
    init(encoded: some StringProtocol) {
        items = encoded.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.replacingOccurrences(of: "+", with: " ").removingPercentEncoding ?? String($0) }
            return Item(name: halves[0], value: halves.count == 2 ? halves[1] : "")
        }
    }

    /// `a=1&b=2`, percent-encoded, for a query or a form.
    public var encoded: String {
        items.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&")
    }
}

/// Builds parameters link by link, as the seed's `ParamsBuilder()` does:
/// `ParamsBuilder().set("cores", 2).set("memory", 4096).build()`.
public struct ParamsBuilder: Sendable {
    private var params = Params()

    /// Nothing yet.
    public init() {}

    /// Replaces the value under `name`; `nil` leaves it out.
    public func set(_ name: String, _ value: (any ParamValue)?) -> ParamsBuilder {
        var next = self
        next.params.set(name, value)
        return next
    }

    /// Adds one more value under `name`.
    public func add(_ name: String, _ value: any ParamValue) -> ParamsBuilder {
        var next = self
        next.params.add(name, value)
        return next
    }

    /// What was set, in that order.
    public func build() -> Params { params }
}
