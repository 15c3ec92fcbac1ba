import Formats
import MAASRegion

/// How a request says what a VM host is to be (`PodForm`).
extension VMHostSettings {
    /// Reads the parameters of a new host, or of a change.
    /// - Throws: `Refusal` with the messages of every wrong field.
    init(_ parameters: Parameters, of existing: VMHost?, _ state: RegionState) throws {
        let db = state.db
        var form = Form(parameters)
        let name = form.text("name", maxLength: 255)
        let zone = try form.reference("zone") { try Zone.find(db, name: $0) }
        let pool = try form.reference("pool") { try ResourcePool.find(db, name: $0) }
        let tags = form.commaList("tags")
        let cpuRatio = form.number("cpu_over_commit_ratio", min: 0, max: 10)
        let memoryRatio = form.number("memory_over_commit_ratio", min: 0, max: 10)
        let pools = try existing?.storagePools(db).map(\.id) ?? []
        let storagePool = try form.reference("default_storage_pool") { pools.contains($0) ? $0 : nil }
        let macvlanMode = form.choice("default_macvlan_mode", of: Self.macvlanModes)
        let isTypeSent = parameters.contains("type")
        let sent = form.choice("type", of: VMHostType.allCases.map(\.rawValue), required: existing == nil || isTypeSent)
        let type = sent.value.flatMap(VMHostType.init(rawValue:)) ?? existing?.type
        if !form.errors.isEmpty {
            Self.checkType(&form, isTypeSent ? sent.value : existing?.type.rawValue, existing)
            try form.check()
        }
        guard let type else { throw Refusal.field("type", Form.required) }
        self.init(type: type, power: try Self.power(&form, type: type, existing))
        self.name = name
        self.zone = zone
        self.pool = pool
        self.tags = tags
        self.cpuRatio = cpuRatio
        self.memoryRatio = memoryRatio
        self.storagePool = storagePool
        self.macvlanMode = macvlanMode
        Self.checkType(&form, type.rawValue, existing)
        try form.check()
    }

    private static func checkType(_ form: inout Form, _ type: String?, _ existing: VMHost?) {
        guard let existing, existing.type.rawValue != type else { return }
        form.add("type", "Cannot change the type of a pod. Delete and re-create the pod with a different type.")
    }

    /// The parameters of the driver. Without certificate and key, an LXD host gets a pair.
    private static func power(
        _ form: inout Form, type: VMHostType, _ existing: VMHost?
    ) throws -> [String: JSONValue] {
        let fields =
            type == .lxd
            ? ["power_address", "project", "password", "certificate", "key"]
            : [
                "power_address", "power_pass",
            ]
        var power: [String: JSONValue] = [:]
        let known = try existing?.powerParameters
        for field in fields {
            let sent = form.text(field)
            let kept = known?[field]?.string ?? ""
            let standard = field == "project" ? "default" : ""
            let value: String =
                switch sent {
                case .absent: kept.isEmpty ? standard : kept
                case .empty: standard
                case .value(let value): value
                }
            if field == "power_address", value.isEmpty { form.add(field, Form.required) }
            power[field] = .string(value)
        }
        return power
    }
}
