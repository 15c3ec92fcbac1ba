/// One constraint that a list of machines, or an allocation, can be narrowed by.
///
/// The rows mirror the filter forms of MAAS (`node_constraint_filter_forms.py`).
package struct NodeConstraint: Sendable {
    /// Where a constraint may be used.
    package enum Scope: Sendable {
        case everywhere
        case list
        case allocation
    }

    /// What its values may be, and the text that refuses others.
    package enum Values: Sendable {
        case text
        /// Names of objects in a table: MAAS calls them by `label` when they do not exist.
        ///
        /// Where their form is checked, what cannot be a name is refused before that.
        case existing(
            table: String, column: String, isNameChecked: Bool, refusal: @Sendable ([String]) -> String)
        /// Tags: repeated, or in one value separated by commas or blanks.
        case tags
        case number(refusal: String)
        /// Words that stand for what is stored.
        case choice(@Sendable (String) -> [Int]?)
        case word(Set<String>)
        case architecture
        case macAddress
        case subnets
        case vlans
        case fabrics
    }

    /// How the values are compared.
    package enum Match: Sendable {
        case anyOf(NodeCondition)
        case eachOf(NodeCondition)
        case noneOf(NodeCondition)
        case atLeast(NodeCondition)
        /// Read elsewhere: constraint strings of their own grammar.
        case other
        /// MAAS offers it and looks for it in a field that nodes do not have.
        case noField(String)
    }

    package let name: String
    package let scope: Scope
    package let values: Values
    package let match: Match
    /// The versions whose filter forms have it.
    package let versions: ClosedRange<MAASVersion>
    /// Only the last value that was sent counts.
    var isSingle: Bool { name == "name" }

    private init(
        _ name: String, _ scope: Scope = .everywhere, _ values: Values = .text, _ match: Match,
        versions: ClosedRange<MAASVersion> = .all
    ) {
        self.versions = versions
        self.name = name
        self.scope = scope
        self.values = values
        self.match = match
    }

    package static let all: [NodeConstraint] = common + ofLists + ofAllocations

    /// Names that an allocation or a list may carry without being constraints.
    package static let ignored: Set<String> = [
        "comment", "bridge_all", "bridge_type", "bridge_stp", "bridge_fd", "dry_run", "verbose", "op", "agent_name",
    ]

    private static func zones(isNameChecked: Bool = false) -> Values {
        .existing(table: "zones", column: "name", isNameChecked: isNameChecked) {
            "No such zone(s): \($0.joined(separator: ", "))."
        }
    }
    private static func pools(isNameChecked: Bool = false) -> Values {
        .existing(table: "resource_pools", column: "name", isNameChecked: isNameChecked) {
            "No such pool(s): \($0.joined(separator: ", "))."
        }
    }
    private static let owners = Values.existing(table: "users", column: "username", isNameChecked: false) {
        "No such owner: '\($0.first ?? "")'."
    }
    private static let powerStates = Set(PowerState.allCases.map(\.rawValue))
    private static let targets = Values.choice { ["memory": [1], "disk": [0]][$0] }
    private static let statuses = Values.choice { NodeStatus(identifier: $0).map { [$0.rawValue] } }
    private static let simpleStatus = Match.noField("simple_status")
    private static let simpleStatuses = Values.choice { NodeStatus.simplified($0)?.map(\.rawValue) }

    private static func own(_ condition: String) -> NodeCondition { .own("nodes.\(condition)") }
    private static func interfaces(_ condition: String, join: String = "") -> NodeCondition {
        .related(from: "interfaces \(join)", condition)
    }
    private static func onFabrics(_ condition: String) -> NodeCondition {
        interfaces("vlan_id IN (SELECT vlans.id FROM vlans JOIN fabrics ON fabrics.id = fabric_id WHERE \(condition))")
    }
    private static let onAddresses =
        "JOIN interface_addresses ON interface_id = interfaces.id JOIN ip_addresses ON ip_addresses.id = ip_address_id"
    private static let fabricName = "COALESCE(fabrics.name, 'fabric-' || fabrics.id) IN @"
    private static let tagged = NodeCondition.related(
        from: "tags CROSS JOIN node_tags ON tag_id = tags.id", "tags.name IN @")
    private static let onVMHost = NodeCondition.pointing("bmc_id", to: "vm_hosts", by: "name")

    private static let common: [NodeConstraint] = [
        NodeConstraint("arch", .everywhere, .architecture, .anyOf(own("architecture IN @"))),
        NodeConstraint("not_arch", .everywhere, .text, .noneOf(own("architecture IN @"))),
        NodeConstraint("tags", .everywhere, .tags, .eachOf(tagged)),
        NodeConstraint("not_tags", .everywhere, .text, .noneOf(tagged)),
        NodeConstraint("fabrics", .everywhere, .fabrics, .anyOf(onFabrics(fabricName))),
        NodeConstraint("not_fabrics", .everywhere, .fabrics, .noneOf(onFabrics(fabricName))),
        NodeConstraint(
            "fabric_classes", .everywhere, .fabrics, .anyOf(onFabrics("class_type IN @"))),
        NodeConstraint(
            "not_fabric_classes", .everywhere, .fabrics, .noneOf(onFabrics("class_type IN @"))),
        NodeConstraint("subnets", .everywhere, .subnets, .eachOf(interfaces("subnet_id IN @", join: onAddresses))),
        NodeConstraint("not_subnets", .everywhere, .subnets, .noneOf(interfaces("subnet_id IN @", join: onAddresses))),
        NodeConstraint("vlans", .everywhere, .vlans, .anyOf(interfaces("vlan_id IN @"))),
        NodeConstraint("not_vlans", .everywhere, .vlans, .noneOf(interfaces("vlan_id IN @"))),
        NodeConstraint(
            "link_speed", .everywhere, .number(refusal: "Invalid link speed: number required."),
            .atLeast(interfaces("link_speed >= @"))),
        NodeConstraint("zone", .everywhere, zones(), .anyOf(.pointing("zone_id", to: "zones", by: "name"))),
        NodeConstraint(
            "not_in_zone", .everywhere, zones(isNameChecked: true),
            .noneOf(.pointing("zone_id", to: "zones", by: "name"))
        ),
        NodeConstraint("system_id", .everywhere, .text, .anyOf(own("system_id IN @"))),
        NodeConstraint("pool", .everywhere, pools(), .anyOf(.pointing("pool_id", to: "resource_pools", by: "name"))),
        NodeConstraint(
            "not_in_pool", .everywhere, pools(isNameChecked: true),
            .noneOf(.pointing("pool_id", to: "resource_pools", by: "name"))),
        NodeConstraint("storage", .everywhere, .text, .other),
        NodeConstraint("interfaces", .everywhere, .text, .other),
        NodeConstraint("devices", .everywhere, .text, .other),
        NodeConstraint(
            "cpu_count", .everywhere, .number(refusal: "Invalid CPU count: number required."),
            .atLeast(own("cpu_count >= @"))),
        NodeConstraint(
            "cpu_speed", .everywhere, .number(refusal: "Invalid CPU speed: number required."),
            .atLeast(own("cpu_speed >= @"))),
        NodeConstraint(
            "mem", .everywhere, .number(refusal: "Invalid memory: number of MiB required."),
            .atLeast(own("memory >= @"))),
        NodeConstraint(
            "pod", .everywhere, .text, .anyOf(onVMHost),
            versions: .of(.podConstraints)),
        NodeConstraint(
            "not_pod", .everywhere, .text, .noneOf(onVMHost),
            versions: .of(.podConstraints)),
        NodeConstraint(
            "pod_type", .everywhere, .text, .anyOf(.pointing("bmc_id", to: "bmcs", by: "power_type")),
            versions: .of(.podConstraints)),
        NodeConstraint(
            "not_pod_type", .everywhere, .text, .noneOf(.pointing("bmc_id", to: "bmcs", by: "power_type")),
            versions: .of(.podConstraints)),
        NodeConstraint("owner", .everywhere, owners, .anyOf(.pointing("owner_id", to: "users", by: "username"))),
        NodeConstraint("not_owner", .everywhere, .text, .noneOf(.pointing("owner_id", to: "users", by: "username"))),
        NodeConstraint("power_state", .everywhere, .word(powerStates), .anyOf(own("power_state IN @"))),
        NodeConstraint("not_power_state", .everywhere, .word(powerStates), .noneOf(own("power_state IN @"))),
        NodeConstraint(
            "deployment_target", .everywhere, targets, .anyOf(own("ephemeral_deploy IN @")),
            versions: .of(.deploymentTargets)),
        NodeConstraint(
            "not_deployment_target", .everywhere, targets, .noneOf(own("ephemeral_deploy IN @")),
            versions: .of(.deploymentTargets)),
    ]

    private static let ofLists: [NodeConstraint] = [
        NodeConstraint("id", .list, .text, .anyOf(own("system_id IN @"))),
        NodeConstraint("not_id", .list, .text, .noneOf(own("system_id IN @"))),
        NodeConstraint("hostname", .list, .text, .anyOf(own("hostname IN @"))),
        NodeConstraint("not_hostname", .list, .text, .noneOf(own("hostname IN @"))),
        NodeConstraint("mac_address", .list, .macAddress, .anyOf(interfaces("mac_address IN @"))),
        NodeConstraint("domain", .list, .text, .anyOf(.pointing("domain_id", to: "domains", by: "name"))),
        NodeConstraint("not_domain", .list, .text, .noneOf(.pointing("domain_id", to: "domains", by: "name"))),
        NodeConstraint("agent_name", .list, .text, .anyOf(own("agent_name IN @"))),
        NodeConstraint("not_agent_name", .list, .text, .noneOf(own("agent_name IN @"))),
        NodeConstraint("status", .list, statuses, .anyOf(own("status IN @"))),
        NodeConstraint("not_status", .list, statuses, .noneOf(own("status IN @"))),
        NodeConstraint("simple_status", .list, simpleStatuses, simpleStatus),
        NodeConstraint("not_simple_status", .list, simpleStatuses, simpleStatus),
    ]

    private static let ofAllocations: [NodeConstraint] = [
        NodeConstraint(
            "name", .allocation, .text,
            .anyOf(
                .own(
                    """
                    nodes.hostname IN @
                    OR nodes.hostname IN (SELECT substr(value, 1, instr(value, '.') - 1) FROM @)
                    AND nodes.hostname || '.' || (SELECT name FROM domains WHERE domains.id = nodes.domain_id) IN @
                    """)))
    ]
}

extension NodeStatus {
    /// The statuses that MAAS's simplified status `name` stands for.
    static func simplified(_ name: String) -> [NodeStatus]? {
        switch name {
        case "failed":
            [
                .failedCommissioning, .failedDeployment, .failedDiskErasing, .failedEnteringRescueMode,
                .failedExitingRescueMode, .failedReleasing, .failedTesting,
            ]
        case "releasing": [.diskErasing, .releasing]
        case "rescue_mode": [.enteringRescueMode, .exitingRescueMode, .rescueMode]
        case "other": [.missing, .reserved, .retired]
        case "allocated", "broken", "commissioning", "deployed", "deploying", "new", "ready", "testing":
            NodeStatus(identifier: name).map { [$0] }
        default: nil
        }
    }
}
