import Formats

/// A way to switch a machine's power, with the parameters it takes (`provisioningserver/drivers/power`). The drivers
/// are data: `power_drivers.json`.
package struct PowerDriver: Sendable {
    package struct Parameter: Sendable {
        package let name: String
        package let label: String
        package let isRequired: Bool
        /// `string`, `password`, `mac_address`, `choice`, `multiple_choice`, …
        package let type: String
        /// The values that a choice has, each with its label.
        package let choices: [[String]]
        /// What it is when it is not given.
        package let standard: JSONValue
        /// True for what belongs to one machine, not to its BMC.
        package let isOfNode: Bool
        package let isSecret: Bool
        fileprivate let versions: ClosedRange<MAASVersion>

        fileprivate init?(_ json: JSONValue) {
            guard let name = json["name"]?.string, let label = json["label"]?.string else { return nil }
            self.name = name
            self.label = label
            isRequired = json["required"] == .bool(true)
            type = json["field_type"]?.string ?? "string"
            if case .array(let choices)? = json["choices"] {
                self.choices = choices.map(\.strings)
            } else {
                choices = []
            }
            standard = json["default"] ?? .string("")
            isOfNode = json["scope"]?.string == "node"
            isSecret = json["secret"] == .bool(true)
            versions = .named(json["versions"]?.string)
        }
    }

    package let name: String
    package let description: String
    /// Whether it also made VM hosts, which 4.0 does not have any more.
    package let isOfVMHosts: Bool
    /// Whether one BMC has several machines.
    package let isChassis: Bool
    /// Whether `add_chassis` can look for machines with it.
    package let canProbe: Bool
    /// Whether the power state can be asked for.
    package let isQueryable: Bool
    package private(set) var parameters: [Parameter]
    private let versions: ClosedRange<MAASVersion>

    private init?(_ json: JSONValue) {
        guard let name = json["name"]?.string, let description = json["description"]?.string,
            case .array(let fields)? = json["fields"]
        else { return nil }
        self.name = name
        self.description = description
        isOfVMHosts = json["driver_type"]?.string == "pod"
        isChassis = json["chassis"] == .bool(true)
        canProbe = json["can_probe"] == .bool(true)
        isQueryable = json["queryable"] != .bool(false)
        parameters = fields.compactMap(Parameter.init)
        versions = .named(json["versions"]?.string)
    }

    /// Whether MAAS can ask for the power state, and switch it.
    var isControllable: Bool { name != "manual" }

    /// The drivers that a version has, in the order of their descriptions.
    package static func all(in version: MAASVersion) throws -> [PowerDriver] {
        try every.get().compactMap { $0.of(version) }
    }

    package static func named(_ name: String, in version: MAASVersion) throws -> PowerDriver? {
        try every.get().first { $0.name == name }?.of(version)
    }

    /// This driver as a version has it; `nil` where that has none of the name.
    private func of(_ version: MAASVersion) -> PowerDriver? {
        guard versions.contains(version) else { return nil }
        var driver = self
        driver.parameters.removeAll { !$0.versions.contains(version) }
        return driver
    }

    private static let every = Result<[PowerDriver], any Error> {
        let text = EmbeddedData.text("Power/power_drivers.json") ?? ""
        guard case .array(let drivers) = try JSONValue(parsing: text.utf8) else {
            throw StoredValueError(column: "power_drivers.json", value: "that is no list")
        }
        return drivers.compactMap(PowerDriver.init)
    }
}
