import MAASRegion
import SQLite

/// What MAAS demands of a DHCP snippet (`forms/dhcpsnippet.py`, `models/dhcpsnippet.py`).
struct DHCPSnippetForm {
    private let context: Context
    private let old: DHCPSnippet?
    private var form: Form
    private var node: Int?
    private var subnet: Int?
    private var range: IPRange?

    init(_ context: Context, _ old: DHCPSnippet?) throws {
        self.context = context
        self.old = old
        form = Form(context.form)
        (node, subnet) = (old?.nodeID, old?.subnetID)
        range = try old?.ipRangeID.flatMap { try IPRange.find(context.db, id: $0) }
    }

    /// Stores the snippet; answers its id.
    /// - Throws: `Refusal` with everything that is wrong.
    mutating func save() throws -> Int {
        let name = form.text("name", required: old == nil, maxLength: 255)
        let text = context.form["value"]
        if old == nil, text == nil { form.add("value", "Must be given a value") }
        let description = form.text("description")
        let enabled = form.checkbox("enabled").or(old?.enabled ?? true)
        try place()
        checkPlace()
        try form.check()
        if case .empty = name {
            // MAAS's form lets it pass, its database does not.
            throw Refusal.field("name", "This field cannot be blank.", by: .model)
        }
        let values = DHCPSnippet.Values(
            name: name.or(old?.name ?? ""), valueID: try value(text),
            description: description.orKeep(old?.description) ?? "", enabled: enabled, nodeID: node, subnetID: subnet,
            ipRangeID: range?.id)
        guard let old else { return try DHCPSnippet.insert(context.db, values) }
        try old.update(context.db, values)
        return old.id
    }

    /// The version with this text: a new one unless it is the present one's.
    private func value(_ text: String?) throws -> Int {
        guard let old else { return try DHCPSnippet.addValue(text ?? "", after: nil, context.state) }
        // Without a text MAAS's form takes the id of the present version for one.
        let text = text ?? String(old.valueID)
        let present = try old.versions(context.db).first
        if present?.data == text.replacing("\r\n", with: "\n") { return old.valueID }
        return try DHCPSnippet.addValue(text, after: old.valueID, context.state)
    }

    /// What it is for: of a node and a subnet the one that was sent replaces the other.
    private mutating func place() throws {
        let db = context.db
        let sentNode = try Self.node(&form, db)
        let sentSubnet = try form.specified("subnet", .subnet, db, find: Subnet.find)
        let limit = old?.subnetID
        let sentRange = try form.specified("iprange", .ipRange, db, find: IPRange.find) { range in
            limit == nil || range.subnetID == limit
        }
        range = sentRange.value ?? range
        let (newNode, newSubnet) = (sentNode ?? node, sentSubnet.value?.id ?? subnet)
        if form.checkbox("global_snippet").or(false) {
            (node, subnet) = (nil, nil)
        } else if subnet == newSubnet, newNode != nil {
            (node, subnet) = (newNode, nil)
        } else if node == newNode, newSubnet != nil {
            (node, subnet) = (nil, newSubnet)
        } else {
            (node, subnet) = (newNode, newSubnet)
        }
    }

    private static func node(_ form: inout Form, _ db: Connection) throws -> Int? {
        guard let text = form.parameters["node"], !text.isEmpty else { return nil }
        let found = try Node.id(db, named: text)
        if found == nil { form.add("node", FieldErrors.unknownChoice(text)) }
        return found
    }

    private mutating func checkPlace() {
        if node != nil, subnet != nil {
            form.addToAll("A DHCP snippet cannot be enabled on a node and subnet at the same time.")
        } else if range != nil, subnet == nil {
            form.addToAll("A DHCP snippet cannot be enabled on an iprange withouta parent subnet")
        } else if let range, range.subnetID != subnet {
            let the = context.version.has(.parentSubnetText) ? "the parent" : "theparent"
            form.addToAll("A DHCP snippet's IP Range must be within \(the) subnet")
        }
    }
}
