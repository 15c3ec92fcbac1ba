/// Machines and controllers as the fixture has them.
struct NodeCapture {
    let names: NodeNames

    func controller(_ node: JSON) -> JSON {
        var kept = node.keeping([
            "hostname", "node_type_name", "system_id", "description", "version", "cpu_count", "cpu_speed", "memory",
            "architecture",
        ])
        if let zone = node.at("zone.name") { kept.set("zone", zone) }
        kept.set("interfaces", interfaces(node))
        return kept
    }

    func device(_ node: JSON) -> JSON {
        var kept = node.keeping(["hostname", "system_id", "description", "owner", "owner_data"])
        for (key, path) in [("zone", "zone.name"), ("domain", "domain.name"), ("tags", "tag_names")] {
            if let value = node.at(path), value != .null { kept.set(key, value) }
        }
        if let parent = node["parent"]?.text { kept.set("parent", .string(names.hostname(parent) ?? parent)) }
        kept.set("interfaces", interfaces(node))
        return kept
    }

    func machine(_ node: JSON, _ power: JSON, _ storage: StorageCapture) -> JSON {
        var kept = node.keeping([
            "hostname", "system_id", "status_name", "owner", "description", "architecture", "cpu_count", "cpu_speed",
            "memory",
            "swap_size", "hardware_uuid", "owner_data", "locked", "netboot", "osystem", "distro_series", "hwe_kernel",
            "min_hwe_kernel", "error_description", "bios_boot_method", "power_state", "power_type",
            "commissioning_status_name",
            "testing_status_name", "current_commissioning_result_id", "current_installation_result_id",
        ])
        for (key, path) in [
            ("zone", "zone.name"), ("pool", "pool.name"), ("domain", "domain.name"), ("tags", "tag_names"),
            ("vm_host", "pod.name"),
        ] {
            if let value = node.at(path), value != .null { kept.set(key, value) }
        }
        kept.set("power_parameters", power)
        kept.set("interfaces", interfaces(node))
        storage.set(on: &kept, of: node)
        return kept
    }

    private func interfaces(_ node: JSON) -> JSON {
        .array(
            (node["interface_set"]?.elements ?? []).map { interface in
                var kept = interface.keeping([
                    "id", "name", "type", "mac_address", "parents", "enabled", "link_connected", "interface_speed",
                    "link_speed",
                    "tags", "vendor", "product", "firmware_version", "numa_node", "sriov_max_vf",
                ])
                if let params = interface["params"], params.members?.isEmpty == false { kept.set("params", params) }
                if let vid = interface.at("vlan.vid"), let fabric = interface.at("vlan.fabric") {
                    kept.set("vlan", vid)
                    kept.set("fabric", fabric)
                }
                kept.set("links", .array((interface["links"]?.elements ?? []).map(link)))
                return kept
            })
    }

    private func link(_ link: JSON) -> JSON {
        var kept = link.keeping(["id", "mode", "ip_address"])
        if let cidr = link.at("subnet.cidr") { kept.set("subnet", cidr) }
        return kept
    }
}
