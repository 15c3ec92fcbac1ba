import MAASRegion

/// The form of a device, new or known.
struct DeviceForm {
    private let context: Context
    private let device: Node?
    package private(set) var hostname = ""
    package private(set) var description = ""
    package private(set) var domainID = 0
    package private(set) var zoneID = Zone.defaultID
    private(set) var parentID: Int?
    private(set) var macAddresses: [String] = []

    init(_ context: Context, device: Node?) {
        self.context = context
        self.device = device
    }

    /// Reads every field.
    /// - Throws: `Refusal` with all messages.
    mutating func read() throws {
        let db = context.db
        var form = Form(context.form)
        if device == nil { try readMACAddresses(&form) }
        description = form.text("description").orKeep(device?.description) ?? ""
        let zone = try form.reference("zone") { try Zone.find(db, name: $0) }
        let domain = try form.domain(db)
        let parent = try form.reference("parent") { try Node.find(db, systemID: $0) }
        // MAAS offers its own form the row id of the parent there is, and then does not take it.
        if device?.parentID != nil, !parent.isSent { form.add("parent", Form.unknownReference) }
        zoneID = zone.value?.id ?? device?.zoneID ?? Zone.defaultID
        parentID = parent.value?.id ?? device?.parentID
        let standard = try Domain.standard(db)?.id ?? 0
        domainID = domain?.id ?? parent.value?.domainID ?? device?.domainID ?? standard
        try readHostname(&form)
        try form.check()
    }

    private mutating func readHostname(_ form: inout Form) throws {
        let (field, domain) = try form.nodeName(context.db, besides: device)
        guard let name = field.value else {
            // Sent empty, a new name is made up, as for a new device.
            if let device, !field.isSent {
                hostname = device.hostname
            } else {
                hostname = try Node.unusedHostname(context.state)
            }
            return
        }
        hostname = name
        domainID = domain?.id ?? domainID
    }

    private mutating func readMACAddresses(_ form: inout Form) throws {
        macAddresses = try form.macAddresses(context.db, besides: nil, isRequired: true)
    }
}
