/// Every operation of MAAS 3.7.3's API, as its own description and URLs list them: a path, then its methods with
/// their ops. Long ones go on in another line.
enum OperationsOfMAAS {
    static let rows: [(path: String, method: String, op: String?)] = text.split(separator: "\n").flatMap { line in
        let words = line.split(separator: " ").map(String.init)
        return words.dropFirst().map { word in
            let halves = word.split(separator: ":").map(String.init)
            return (words[0], halves[0], halves.count > 1 ? halves[1] : nil)
        }
    }

    private static let text = """
        describe/ GET
        version/ GET
        nodes/{system_id}/interfaces/{id}/ GET PUT DELETE POST:add_tag POST:disconnect POST:link_subnet
        nodes/{system_id}/interfaces/{id}/ POST:remove_tag POST:set_default_gateway POST:unlink_subnet
        nodes/{system_id}/interfaces/ GET POST:create_bond POST:create_bridge POST:create_physical POST:create_vlan
        nodes/{system_id}/ GET DELETE GET:details GET:power_parameters
        nodes/ GET GET:is_registered POST:set_zone
        machines/{system_id}/ GET PUT DELETE GET:details GET:get_curtin_config GET:get_token GET:power_parameters
        machines/{system_id}/ GET:query_power_state POST:abort POST:clear_default_gateways POST:commission
        machines/{system_id}/ POST:deploy POST:exit_rescue_mode POST:lock POST:mark_broken POST:mark_fixed
        machines/{system_id}/ POST:mount_special POST:override_failed_testing POST:power_off POST:power_on
        machines/{system_id}/ POST:release POST:rescue_mode POST:restore_default_configuration
        machines/{system_id}/ POST:restore_networking_configuration POST:restore_storage_configuration
        machines/{system_id}/ POST:set_owner_data POST:set_storage_layout POST:set_workload_annotations POST:test
        machines/{system_id}/ POST:unlock POST:unmount_special
        machines/ GET POST GET:is_registered GET:list_allocated GET:power_parameters POST:accept POST:accept_all
        machines/ POST:add_chassis POST:allocate POST:clone POST:release POST:set_zone
        pods/{id}/ GET PUT DELETE GET:parameters POST:add_tag POST:compose POST:refresh POST:remove_tag
        pods/ GET POST
        vm-hosts/{id}/ GET PUT DELETE GET:parameters POST:add_tag POST:compose POST:refresh POST:remove_tag
        vm-hosts/ GET POST
        vm-clusters/{id} GET PUT DELETE
        vm-clusters/ GET
        account/ GET:list_authorisation_tokens POST:create_authorisation_token POST:delete_authorisation_token
        account/ POST:update_token_name
        tags/{name}/ GET PUT DELETE GET:devices GET:machines GET:nodes GET:rack_controllers GET:region_controllers
        tags/{name}/ POST:rebuild POST:update_nodes
        tags/ GET POST
        users/ GET POST GET:whoami
        users/{username}/ GET DELETE
        zones/{name}/ GET PUT DELETE
        zones/ GET POST
        fabrics/ GET POST
        fabrics/{id}/ GET PUT DELETE
        fabrics/{fabric_id}/vlans/ GET POST
        vlans/{vlan_id}/ GET PUT DELETE
        fabrics/{fabric_id}/vlans/{vid}/ GET PUT DELETE
        spaces/ GET POST
        spaces/{id}/ GET PUT DELETE
        subnets/ GET POST
        subnets/{cidr}/ GET PUT DELETE GET:ip_addresses GET:reserved_ip_ranges GET:statistics
        subnets/{cidr}/ GET:unreserved_ip_ranges
        resourcepool/{id}/ GET PUT DELETE
        resourcepools/ GET POST
        openapi.yaml GET
        maas/ GET:get_config POST:set_config
        nodes/{system_id}/blockdevices/ GET POST
        nodes/{system_id}/blockdevices/{id}/ GET PUT DELETE POST:add_tag POST:format POST:mount POST:remove_tag
        nodes/{system_id}/blockdevices/{id}/ POST:set_boot_disk POST:unformat POST:unmount
        nodes/{system_id}/blockdevices/{device_id}/partitions/ GET POST
        nodes/{system_id}/blockdevices/{device_id}/partition/{id} GET DELETE POST:add_tag POST:format POST:mount
        nodes/{system_id}/blockdevices/{device_id}/partition/{id} POST:remove_tag POST:unformat POST:unmount
        rackcontrollers/{system_id}/ GET PUT DELETE GET:details GET:list_boot_images GET:power_parameters
        rackcontrollers/{system_id}/ GET:query_power_state POST:abort POST:import_boot_images
        rackcontrollers/{system_id}/ POST:override_failed_testing POST:power_off POST:power_on POST:test
        rackcontrollers/ GET GET:describe_power_types GET:is_registered GET:power_parameters POST:import_boot_images
        rackcontrollers/ POST:set_zone
        regioncontrollers/{system_id}/ GET PUT DELETE GET:details GET:power_parameters
        regioncontrollers/ GET GET:is_registered POST:set_zone
        devices/{system_id}/ GET PUT DELETE GET:details GET:power_parameters POST:restore_default_configuration
        devices/{system_id}/ POST:restore_networking_configuration POST:set_owner_data POST:set_workload_annotations
        devices/ GET POST GET:is_registered POST:set_zone
        virtual-machines/{id} GET
        virtual-machines/ GET POST
        events/ GET:query
        account/prefs/sshkeys/{id}/ GET DELETE
        account/prefs/sshkeys/ GET POST POST:import
        ipaddresses/ GET POST:release POST:reserve
        ipranges/ GET POST
        ipranges/{id}/ GET PUT DELETE
        static-routes/ GET POST
        static-routes/{id}/ GET PUT DELETE
        dnsresourcerecords/ GET POST
        dnsresourcerecords/{id}/ GET PUT DELETE
        dnsresources/ GET POST
        dnsresources/{id}/ GET PUT DELETE
        domains/ GET POST POST:set_serial
        domains/{id}/ GET PUT DELETE POST:set_default
        boot-resources/ GET POST GET:is_importing POST:import POST:stop_import
        boot-resources/{id}/ GET DELETE
        boot-resources/{id}/upload/{file_id}/ PUT
        reservedips/ GET POST
        reservedips/{id}/ GET PUT DELETE
        boot-sources/ GET POST
        boot-sources/{id}/ GET PUT DELETE
        boot-sources/{boot_source_id}/selections/ GET POST
        boot-sources/{boot_source_id}/selections/{id}/ GET PUT DELETE
        nodes/{system_id}/volume-groups/ GET POST
        nodes/{system_id}/volume-group/{id}/ GET PUT DELETE POST:create_logical_volume POST:delete_logical_volume
        nodes/{system_id}/raids/ GET POST
        nodes/{system_id}/raid/{id}/ GET PUT DELETE
        nodes/{system_id}/bcaches/ GET POST
        nodes/{system_id}/bcache/{id}/ GET PUT DELETE
        nodes/{system_id}/bcache-cache-sets/ GET POST
        nodes/{system_id}/bcache-cache-set/{id}/ GET PUT DELETE
        nodes/{system_id}/vmfs-datastores/ GET POST
        nodes/{system_id}/vmfs-datastore/{id}/ GET PUT DELETE
        nodes/{system_id}/results/ GET
        nodes/{system_id}/results/{id}/ GET PUT DELETE GET:download
        nodes/{system_id}/devices/ GET
        nodes/{system_id}/devices/{id}/ GET DELETE
        discovery/ GET GET:by_unknown_ip GET:by_unknown_ip_and_mac GET:by_unknown_mac POST:clear
        discovery/ POST:clear_by_mac_and_ip POST:scan
        discovery/{discovery_id}/ GET
        networks/{name}/ GET PUT DELETE GET:list_connected_macs POST:connect_macs POST:disconnect_macs
        networks/ GET POST
        files/ GET POST DELETE GET:get GET:get_by_key
        files/{filename}/ GET DELETE
        account/prefs/sslkeys/{id}/ GET DELETE
        account/prefs/sslkeys/ GET POST
        commissioning-results/ GET
        installation-results/ GET
        package-repositories/ GET POST
        package-repositories/{id}/ GET PUT DELETE
        dhcp-snippets/ GET POST
        dhcp-snippets/{id}/ GET PUT DELETE POST:revert
        notifications/ GET POST
        notifications/{id}/ GET PUT DELETE POST:dismiss
        scripts/ GET POST
        scripts/{name} GET PUT DELETE GET:download POST:add_tag POST:remove_tag POST:revert
        commissioning-scripts/ GET POST
        commissioning-scripts/{name} GET PUT DELETE
        license-keys/ GET POST
        license-key/{osystem}/{distro_series} GET PUT DELETE
        images-sync-progress/{file_id}/{system_id}/ GET PUT
        images-sync-progress/ GET POST
        agents/{system_id}/services/{service_name}/config/ GET POST
        """
}
