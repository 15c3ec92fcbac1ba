/// The parameters of an operation, typed. What is `nil` is not sent, and MAAS keeps or chooses the value.
///
/// They can be made at once (`SubnetCreation(cidr: "10.0.0.0/24", vlan: 5001)`), changed like any value, or built link
/// by link as `ParamsBuilder` does: `MachineUpdate().set(\.hostname, "web-1").set("new_parameter", 1)`.
public protocol OperationParameters: Sendable, Hashable {
    /// What is sent besides: parameters of MAAS that this client does not name.
    var others: Params { get set }
    /// Everything that will be sent, under MAAS's names.
    var params: Params { get }
}

extension OperationParameters {
    /// With another value for a parameter.
    public func set<Value>(_ parameter: WritableKeyPath<Self, Value>, _ value: Value) -> Self {
        var next = self
        next[keyPath: parameter] = value
        return next
    }

    /// With a value for a parameter by MAAS's name, also one that this client does not know; `nil` leaves it out.
    public func set(_ name: String, _ value: (any ParamValue)?) -> Self {
        var next = self
        next.others.set(name, value)
        return next
    }

    /// With one more value under MAAS's name.
    public func add(_ name: String, _ value: any ParamValue) -> Self {
        var next = self
        next.others.add(name, value)
        return next
    }

    /// What was set, under MAAS's names.
    public func build() -> Params { params }
}
