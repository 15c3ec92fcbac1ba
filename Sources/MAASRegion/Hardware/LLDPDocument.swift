import Formats

/// What `lldpctl -f xml` shows: the neighbours of a machine's interfaces.
struct LLDPDocument {
    private let report: HardwareReport

    init(_ report: HardwareReport) { self.report = report }

    /// The document; it has no interfaces where nothing was heard.
    var text: String {
        var xml = XMLWriter(declaration: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        let neighbours = report.facts.neighbours ?? []
        xml.element("lldp", ["label": "LLDP neighbors"]) { xml in
            for (index, neighbour) in neighbours.enumerated() { Self.write(neighbour, index + 1, &xml) }
        }
        return xml.text
    }

    private static func write(_ neighbour: HardwareFacts.Neighbour, _ number: Int, _ xml: inout XMLWriter) {
        let attributes: KeyValuePairs = [
            "label": "Interface", "name": neighbour.interface, "via": "LLDP", "rid": "\(number)",
            "age": "0 day, 00:00:30",
        ]
        xml.element("interface", attributes) { xml in
            xml.element("chassis", ["label": "Chassis"]) { xml in
                xml.leaf("id", neighbour.macAddress, ["label": "ChassisID", "type": "mac"])
                xml.leaf("name", neighbour.name, ["label": "SysName"])
                xml.leaf("descr", neighbour.description, ["label": "SysDescr"])
                xml.leaf("mgmt-ip", neighbour.managementIP, ["label": "MgmtIP"])
                xml.leaf("capability", "on", ["label": "Capability", "type": "Bridge", "enabled": "on"])
            }
            xml.element("port", ["label": "Port"]) { xml in
                xml.leaf("id", neighbour.port, ["label": "PortID", "type": "ifname"])
                xml.leaf("descr", neighbour.portDescription, ["label": "PortDescr"])
            }
            if let vlan = neighbour.vlan {
                xml.leaf("vlan", "\(vlan)", ["label": "VLAN", "vlan-id": "\(vlan)", "pvid": "yes"])
            }
        }
    }
}
