/// A key and a value of a constraint.
public protocol ConstraintCondition: Sendable, Hashable {
    /// MAAS's name for the key, such as `subnet` or `not_space`.
    var key: String { get }
    /// The value, as MAAS reads it.
    var value: String { get }
}

/// Conditions that one interface must meet together.
public struct InterfaceConstraint: Sendable, Hashable {
    /// What MAAS calls it in its answer; of a VM's interfaces, the interface's name, such as `eth0`.
    public var label: String
    /// All of them must be met; of several with one key, one must.
    public var conditions: [InterfaceCondition]

    /// An interface under this label.
    public init(_ label: String, _ conditions: [InterfaceCondition]) {
        self.label = label
        self.conditions = conditions
    }
}

/// MAAS's `interfaces` constraint, `label:key=value,key=value;label:…`: what the interfaces of a machine to allocate must
/// be, or those of a VM shall be.
///
///     let interfaces: InterfaceConstraints = ["eth0": [.subnet(1), .ip("10.10.0.61")], "eth1": [.space("dmz")]]
public struct InterfaceConstraints: Sendable, Hashable, ParamValue, ExpressibleByDictionaryLiteral,
    CustomStringConvertible
{
    /// The interfaces, in order.
    public var interfaces: [InterfaceConstraint]

    /// These interfaces.
    public init(_ interfaces: [InterfaceConstraint]) { self.interfaces = interfaces }

    /// Conditions by label, in the order they are written.
    public init(dictionaryLiteral elements: (String, [InterfaceCondition])...) {
        interfaces = elements.map { InterfaceConstraint($0.0, $0.1) }
    }

    /// As MAAS reads it.
    public var description: String {
        interfaces.map { interface in
            "\(interface.label):" + interface.conditions.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        }.joined(separator: ";")
    }

    /// As MAAS reads it.
    public var paramText: String { description }

    /// Looks for what MAAS's grammar has no way to say: its own signs in labels and values, no condition, a label twice.
    /// - Throws: `MAASError.invalidArgument` that names the label.
    public func check() throws(MAASError) {
        var labels: Set<String> = []
        for interface in interfaces {
            func wrong(_ reason: String) -> MAASError {
                .invalidArgument(name: "interfaces", reason: "'\(interface.label)' \(reason)")
            }
            if interface.label.isEmpty || interface.label.contains(where: { ":;,=".contains($0) }) {
                throw wrong("cannot be the label of a constraint")
            }
            if !labels.insert(interface.label).inserted { throw wrong("is the label of two interfaces") }
            if interface.conditions.isEmpty { throw wrong("asks for nothing") }
            for condition in interface.conditions
            where condition.value.isEmpty || condition.value.contains(where: { ";,".contains($0) }) {
                throw wrong("cannot have '\(condition.value)' as its \(condition.key)")
            }
        }
    }
}

/// Something that an interface must be, or must not be.
public indirect enum InterfaceCondition: ConstraintCondition {
    /// It has this id.
    case id(Int)
    /// It is in this fabric, by name.
    case fabric(String)
    /// Its fabric is of this class.
    case fabricClass(String)
    /// It has this address. Of a VM: it gets it, in the subnet that holds it.
    case ip(String)
    /// It has a link of this mode. Of a VM: it gets one.
    case mode(LinkMode)
    /// It is called so.
    case name(String)
    /// Its node is called so.
    case hostname(String)
    /// It has a link to this subnet, by id. Of a VM: its NIC is attached where the subnet is.
    case subnet(Int)
    /// The same, by the subnet's name.
    case subnetNamed(String)
    /// The same, by the subnet's CIDR.
    case subnetCIDR(String)
    /// It is in this space.
    case space(String)
    /// It is of this type.
    case type(InterfaceType)
    /// It is in this VLAN, by id.
    case vlan(Int)
    /// It is in a VLAN with this VID.
    case vid(Int)
    /// It carries this tag.
    case tag(String)
    /// Its link does so many Mbit/s at least.
    case linkSpeed(Int)
    /// None of that: MAAS's `not_…`.
    case not(InterfaceCondition)

    /// MAAS's name for the key.
    public var key: String {
        switch self {
        case .id: "id"
        case .fabric: "fabric"
        case .fabricClass: "fabric_class"
        case .ip: "ip"
        case .mode: "mode"
        case .name: "name"
        case .hostname: "hostname"
        case .subnet, .subnetNamed: "subnet"
        case .subnetCIDR: "subnet_cidr"
        case .space: "space"
        case .type: "type"
        case .vlan: "vlan"
        case .vid: "vid"
        case .tag: "tag"
        case .linkSpeed: "link_speed"
        case .not(.not(let condition)): condition.key
        case .not(let condition): "not_\(condition.key)"
        }
    }

    /// The value, as MAAS reads it.
    public var value: String {
        switch self {
        case .id(let number), .subnet(let number), .vid(let number), .linkSpeed(let number): String(number)
        case .vlan(let id): "id:\(id)"
        case .fabric(let text), .fabricClass(let text), .ip(let text), .name(let text), .hostname(let text),
            .subnetNamed(let text), .subnetCIDR(let text), .space(let text), .tag(let text):
            text
        case .mode(let mode): mode.rawValue
        case .type(let type): type.rawValue
        case .not(let condition): condition.value
        }
    }
}
