import Formats

@testable import MAASRegion

/// A fixture that has every key of the format with something else than what goes without saying.
enum FullFixture {
    static var text: String {
        get throws {
            let pair = try HostCertificate.generate(commonName: "me", now: 1_795_000_000)
            return whole.replacing("CERTIFICATE", with: JSONValue.string(pair.certificate).text)
        }
    }

    private static let whole = "{\(people), \(networks), \(images), \(hardware), \(machines), \(services)}"

    private static let people = #"""
        "plays": "external", "timings": {"deploying": 12.5},
        "users": [
          {"username": "root", "email": "r@example.com", "is_superuser": true, "api_key": "a:b:c", "password": "p",
           "tokens": [{"name": "second", "api_key": "d:e:f"}], "ssl_keys": [CERTIFICATE],
           "ssh_keys": ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGGPnPFHKNh1v5sWqdMhVgrCZD0mFeMGLqHv6qcLKbKY me"]},
          {"username": "user", "api_key": "g:h:i"}
        ],
        "user_groups": [{"name": "ops", "id": 7, "description": "o", "members": ["user"],
          "entitlements": [{"resource_type": "pool", "resource_id": 4, "entitlement": "can_edit_machines"}]}],
        "zones": [{"name": "az", "id": 5, "description": "z"}],
        "resource_pools": [{"name": "own", "id": 4, "description": "p"}],
        "tags": [{"name": "fast", "comment": "c", "definition": "//node", "kernel_opts": "quiet"}, {"name": "slow"}],
        "domains": [{"name": "a.example", "id": 3, "authoritative": false, "ttl": 60}, {"name": "b.example", "id": 4, "is_default": true}]
        """#

    private static let networks = #"""
        "spaces": [{"name": "s", "id": 2, "description": "d"}],
        "fabrics": [
          {"name": "f", "id": 3, "description": "d", "class_type": "10g", "vlans": [
            {"vid": 0, "id": 5005, "name": "untagged", "dhcp_on": true, "primary_rack": "r1", "secondary_rack": "r2", "mtu": 9000, "space": "s"},
            {"vid": 7, "id": 5006, "name": "seven", "description": "v", "external_dhcp": "10.1.0.9", "relay_vlan": {"fabric": "f", "vid": 0}}]}
        ],
        "subnets": [
          {"cidr": "10.0.0.0/24", "id": 4, "name": "n", "description": "d", "gateway_ip": "10.0.0.1", "dns_servers": ["10.0.0.2"],
           "vlan": {"fabric": "f", "vid": 0}, "rdns_mode": 1, "allow_dns": false, "allow_proxy": false, "active_discovery": true,
           "disabled_boot_architectures": ["ipxe"]},
          {"cidr": "10.1.0.0/24", "id": 9, "managed": false, "vlan": {"fabric": "f", "vid": 7}}
        ],
        "ip_ranges": [
          {"type": "dynamic", "start_ip": "10.0.0.200", "end_ip": "10.0.0.250", "id": 3},
          {"type": "reserved", "start_ip": "10.0.0.190", "end_ip": "10.0.0.199", "comment": "c", "user": "user"}],
        "static_routes": [{"source": "10.0.0.0/24", "destination": "10.1.0.0/24", "gateway_ip": "10.0.0.1", "metric": 4, "id": 6}],
        "reserved_ips": [{"ip": "10.0.0.60", "mac_address": "00:16:3e:00:00:60", "comment": "c", "id": 8}],
        "ip_addresses": [{"ip": "10.0.0.61", "user": "user", "id": 90}, {"ip": "10.0.0.62", "mac_address": "00:16:3e:00:00:62"}],
        "dns_resources": [{"name": "www", "domain": "a.example", "address_ttl": 50, "ip_addresses": ["10.0.0.63"], "user": "user", "id": 5,
          "records": [{"rrtype": "TXT", "rrdata": "t", "ttl": 40, "id": 11}]}]
        """#

    private static let images = #"""
        "boot_resources": [
          {"name": "ubuntu/noble", "architecture": "amd64/ga-24.04", "id": 4, "alias": "ubuntu/24.04", "kflavor": "generic", "title": "24.04 LTS", "extra": {"platform": "generic"}},
          {"name": "grub-efi/uefi", "architecture": "amd64/generic", "bootloader_type": "uefi"},
          {"name": "custom/x", "architecture": "amd64/generic", "type": "Uploaded", "base_image": "ubuntu/noble", "subarches": "generic"}],
        "boot_sources": [{"url": "http://images.example/", "id": 3, "keyring_filename": "k", "keyring_data": "eA==", "name": "own",
          "priority": 5, "enabled": false, "skip_keyring_verification": true,
          "selections": [{"release": "noble", "os": "ubuntu", "id": 6, "arches": ["amd64"], "subarches": ["*"], "labels": ["stable"]}]}],
        "image_streams": [{"url": "http://images.example", "label": "stable", "images": [
          {"os": "ubuntu", "release": "noble", "version": "24.04", "title": "24.04 LTS", "arches": ["amd64"], "kernels": ["ga-24.04"]}]}]
        """#

    private static let hardware = #"""
        "controllers": [
          {"hostname": "r1", "node_type_name": "Region and rack controller", "system_id": "rackaa", "version": "3.7.3", "cpu_count": 4,
           "cpu_speed": 2400, "memory": 4096, "architecture": "amd64/generic", "zone": "az", "domain": "a.example", "description": "d",
           "tags": ["slow"], "current_commissioning_result_id": 50,
           "interfaces": [{"name": "eth0", "links": [{"mode": "static", "ip_address": "10.0.0.2"}]}]},
          {"hostname": "r2", "interfaces": [{"name": "eth0", "links": [{"mode": "static", "ip_address": "10.0.0.3"}]}]}
        ],
        "discoveries": [
          {"ip": "10.0.0.80", "mac_address": "00:16:3e:00:00:80", "observer": "r1", "interface": "eth0", "vid": 7, "hostname": "h",
           "mdns_hostname": "m", "mac_organization": "o"},
          {"ip": "10.0.0.81", "mac_address": "00:16:3e:00:00:81", "observer": "r1", "interface": "eth0", "seen": false}],
        "hardware": {
          "hosts": {
            "k1:8443": {"type": "lxd", "name": "k1", "version": "5.21", "cores": 16, "memory": 65536, "cpu_speed": 2000,
              "macs": ["00:16:3e:00:01:01"], "cluster": "cl", "reachable": false, "response_time": 3, "tags": ["t"],
              "pools": [{"id": "p", "name": "default", "type": "dir", "path": "/p", "storage": 900000000000}],
              "ifaces": [{"name": "enp1s0", "mac": "00:16:3e:00:01:01", "bridge": "br0", "cidr": "10.0.0.0/24", "ip": "10.0.0.4"}],
              "disks": [{"name": "sda", "size": 50000000000, "model": "m", "serial": "s"}],
              "projects": {"maas": {"v1": {"cores": 2, "memory": 2048, "disks": [{"size": 8000000000, "label": "root", "tags": ["t"], "pool": "p"}],
                "nics": [{"mac": "00:16:3e:00:02:01", "attach_name": "br0", "attach_type": "bridge", "vid": 7}], "pinned": [1, 2], "hugepages": true, "power": "on"}}}},
            "qemu+ssh://k2/system": {"type": "virsh", "name": "k2", "cores": 8, "memory": 8192, "disk_path": "/dev/{label}", "installed_on": "disks",
              "pools": [{"id": "d", "name": "default", "type": "dir", "storage": 900000000000}],
              "projects": {"": {"v2": {"cores": 1, "memory": 1024, "disks": [{"size": 8000000000}], "nics": [{"mac": "00:16:3e:00:02:02"}]}}}}
          },
          "machines": [{"power_parameters": {"power_address": "10.9.9.9"}, "architecture": "arm64/generic", "cpu_count": 8, "cpu_speed": 2200,
            "memory": 4096, "hardware_uuid": "2f8e1d0a-0000-4000-8000-000000000001", "bios_boot_method": "uefi",
            "interfaces": [{"name": "eth0", "mac_address": "00:16:3e:00:03:01", "fabric": "f", "vlan": 7, "link_connected": false, "interface_speed": 100,
              "link_speed": 10, "vendor": "v", "product": "p", "firmware_version": "1", "numa_node": 1, "sriov_max_vf": 4}],
            "block_devices": [{"name": "sda", "size": 50000000000, "block_size": 4096, "model": "m", "serial": "s", "id_path": "/dev/x", "tags": ["ssd"]}],
            "details": {"system": {"vendor": "Acme", "product": "One", "family": "f", "version": "2", "sku": "k", "serial": "n", "type": "physical"}}}]
        },
        "vm_hosts": [
          {"name": "k1", "id": 40, "type": "lxd", "power_address": "https://k1:8443", "project": "maas", "power_parameters": {"password": "x"},
           "zone": "az", "pool": "own", "tags": ["t"], "version": "5.21", "architectures": ["amd64/generic"], "capabilities": ["composable"],
           "cpu_over_commit_ratio": 2, "memory_over_commit_ratio": 1.5, "default_macvlan_mode": "bridge", "host": "under", "cluster": "cl",
           "cpu_speed": 1999, "total": {"cores": 16, "memory": 65536},
           "storage_pools": [{"id": "p", "name": "default", "type": "dir", "path": "/p", "total": 900000000000, "default": true}]},
          {"name": "k2", "type": "virsh", "power_address": "qemu+ssh://k2/system"}]
        """#

    private static let details = #"""
        {"system": {"vendor": "Acme", "product": "Two"}, "mainboard": {"vendor": "Acme"}, "firmware": {"vendor": "Acme", "version": "1", "date": "2024-01-01"},
         "chassis": {"type": "rack"}, "cpu": {"vendor": "v", "model": "m", "flags": ["avx"], "sockets": 2, "threads": 2},
         "memory_banks": [{"size": 4096, "slot": "a", "description": "d", "vendor": "v", "product": "p", "serial": "s", "clock": 3200}],
         "numa_nodes": [{"index": 0, "memory": 2048, "cores": [0, 1]}, {"index": 1, "memory": 2048, "cores": [2, 3]}],
         "pci_devices": [{"address": "0000:3b:00.0", "vendor_id": "10de", "product_id": "1eb8", "vendor": "N", "product": "T4", "driver": "nv",
           "class": "display", "numa_node": 1}, {"address": "0000:04:00.0", "vendor_id": "8086", "product_id": "1", "interface": "eth0", "class": "network"},
           {"address": "0000:05:00.0", "vendor_id": "8086", "product_id": "2", "block_device": "sda", "class": "storage"}],
         "usb_devices": [{"bus": 1, "device": 2, "vendor_id": "1d6b", "product_id": "2", "vendor": "L", "product": "hub", "driver": "usb"}],
         "neighbours": [{"interface": "eth0", "name": "sw", "mac_address": "00:16:3e:00:04:01", "description": "d", "management_ip": "10.0.0.250",
           "port": "1", "port_description": "p", "vlan": 7}],
         "modaliases": ["usb:v1"], "storage_layout": {"layout": {"sda": {"type": "disk"}}, "mounts": {}}, "outputs": {"own": "text"}}
        """#

    private static let machines = #"""
        "machines": [
          {"hostname": "disks", "system_id": "aaaaaa", "status_name": "Ready", "previous_status_name": "Commissioning", "zone": "az", "pool": "own",
           "domain": "a.example", "description": "d", "architecture": "amd64/generic", "cpu_count": 4, "cpu_speed": 2400, "memory": 4096,
           "swap_size": 1000, "hardware_uuid": "2f8e1d0a-0000-4000-8000-000000000002", "tags": ["fast"], "owner_data": {"k": "v"}, "locked": true,
           "netboot": false, "min_hwe_kernel": "ga-24.04", "bios_boot_method": "uefi", "power_type": "ipmi",
           "power_parameters": {"power_address": "10.0.9.1", "power_user": "u", "power_pass": "p"}, "power_state": "on", "address_ttl": 33,
           "boot_interface": "eth1", "boot_disk": "sdh", "is_dpu": true, "parent": "under", "bmc": {"failing": ["on"], "reason": "r", "response_time": 4, "credentials": {"power_user": "u"}},
           "commissioning_status_name": "Passed", "current_commissioning_result_id": 60, "testing_status_name": "Passed", "current_testing_result_id": 61,
           "plays": "clock", "details": \#(details),
           "interfaces": [
             {"name": "eth0", "id": 30, "mac_address": "00:16:3e:00:05:01", "fabric": "f", "vlan": 0, "link_connected": false, "numa_node": 1, "tags": ["t"],
              "params": {"mtu": 9000}, "enabled": false, "interface_speed": 1000, "link_speed": 100, "vendor": "v", "product": "p",
              "firmware_version": "1", "sriov_max_vf": 4, "links": []},
             {"name": "eth1", "mac_address": "00:16:3e:00:05:02", "links": [
               {"mode": "static", "ip_address": "10.0.0.70", "subnet": "10.0.0.0/24", "id": 77, "default_gateway": true}, {"mode": "dhcp", "subnet": "10.0.0.0/24"}]},
             {"name": "eth2", "mac_address": "00:16:3e:00:05:03", "links": []},
             {"name": "bond0", "type": "bond", "parents": ["eth2"], "acquired": true, "links": [{"mode": "auto", "subnet": "10.0.0.0/24"}],
              "discovered": [{"ip_address": "10.0.0.71", "subnet": "10.0.0.0/24"}]},
             {"name": "eth1.7", "type": "vlan", "vlan": 7, "parents": ["eth1"], "links": [{"mode": "link_up"}]}],
           "block_devices": [
             {"name": "sda", "size": 50000000000, "block_size": 512, "model": "m", "serial": "s", "id_path": "/dev/sda", "storage_pool": "x",
              "numa_node": 1, "firmware_version": "2", "tags": ["ssd"], "partition_table_type": "MBR",
              "partitions": [{"size": 8000000000, "id": 21, "uuid": "2f8e1d0a-0000-4000-8000-000000000003", "number": 3, "bootable": true, "tags": ["t"],
                "filesystem": {"fstype": "ext4", "uuid": "2f8e1d0a-0000-4000-8000-000000000004", "label": "l", "mount_point": "/", "mount_options": "ro"}}]},
             {"name": "sdb", "size": 50000000000}, {"name": "sdc", "size": 50000000000}, {"name": "sdd", "size": 50000000000},
             {"name": "sde", "size": 50000000000}, {"name": "sdf", "size": 50000000000}, {"name": "sdg", "size": 50000000000},
             {"name": "sdh", "id": 29, "size": 50000000000, "filesystem": {"fstype": "xfs"}}],
           "raids": [{"name": "md0", "level": "raid-1", "devices": ["sdb", "sdc"], "spare_devices": ["sdd"], "id": 3,
             "uuid": "2f8e1d0a-0000-4000-8000-000000000005", "device_id": 25, "device_uuid": "2f8e1d0a-0000-4000-8000-000000000006", "tags": ["t"],
             "partition_table_type": "GPT", "partitions": [{"size": 8000000000}]}],
           "cache_sets": [{"device": "sde", "id": 4}],
           "bcaches": [{"name": "bcache0", "cache_set": "cache0", "backing_device": "sdf", "cache_mode": "writeback", "id": 5,
             "uuid": "2f8e1d0a-0000-4000-8000-000000000007", "device_id": 26, "device_uuid": "2f8e1d0a-0000-4000-8000-000000000008", "tags": ["b"],
             "partition_table_type": "GPT", "partitions": [{"size": 8000000000}]}],
           "volume_groups": [{"name": "vg0", "devices": ["sdg"], "id": 6, "uuid": "2f8e1d0a-0000-4000-8000-000000000009",
             "logical_volumes": [{"name": "lv0", "size": 4194304000, "id": 27, "uuid": "2f8e1d0a-0000-4000-8000-000000000010", "tags": ["t"],
               "filesystem": {"fstype": "ext4", "mount_point": "/srv"}}]}],
           "special_filesystems": [{"fstype": "tmpfs", "mount_point": "/tmp", "mount_options": "size=1"}]},
          {"hostname": "disks2", "block_devices": [{"name": "sda", "size": 50000000000}, {"name": "sdb", "size": 50000000000}, {"name": "sdc", "size": 50000000000}, {"name": "sdd", "size": 50000000000}, {"name": "sde", "size": 50000000000}],
           "raids": [{"name": "md0", "level": "raid-0", "devices": ["sdd", "sde"], "filesystem": {"fstype": "ext4", "mount_point": "/"}}],
           "cache_sets": [{"device": "sdb"}],
           "bcaches": [{"name": "bcache0", "cache_set": "cache0", "backing_device": "sdc", "filesystem": {"fstype": "xfs"}}]},
          {"hostname": "esxi", "block_devices": [{"name": "sda", "size": 500000000000, "partition_table_type": "GPT",
            "partitions": [{"size": 400000000000, "number": 1}]}],
           "vmfs_datastores": [{"name": "datastore1", "devices": ["sda-part1"], "id": 9, "uuid": "2f8e1d0a-0000-4000-8000-000000000011", "device_id": 28,
             "device_uuid": "2f8e1d0a-0000-4000-8000-000000000012", "tags": ["v"], "filesystem": {"fstype": "vmfs6", "mount_point": "/vmfs/volumes/datastore1"}}]},
          {"hostname": "app", "status_name": "Deployed", "owner": "user", "osystem": "ubuntu", "distro_series": "noble", "hwe_kernel": "ga-24.04",
           "current_installation_result_id": 70, "installation_status_name": "Passed", "ephemeral_deploy": true, "enable_hw_sync": true,
           "sync_interval": 900, "enable_kernel_crash_dump": true, "license_key": "k", "agent_name": "a", "dynamic": true},
          {"hostname": "broken", "status_name": "Broken", "error_description": "e", "details": {"lshw": "<list/>", "lldp": "<lldp/>"}},
          {"hostname": "under", "status_name": "Deployed", "power_type": ""},
          {"hostname": "v1", "vm_host": "k1", "power_parameters": {"instance_name": "v1"}},
          {"hostname": "v2", "vm_host": "k2", "power_parameters": {"power_id": "v2"}}
        ],
        "devices": [{"hostname": "dev", "system_id": "dddddd", "description": "d", "zone": "az", "domain": "a.example", "owner": "user",
          "parent": "app", "tags": ["slow"], "owner_data": {"k": "v"}, "interfaces": [{"name": "eth0", "mac_address": "00:16:3e:00:06:01"}]}]
        """#

    private static let services = #"""
        "dhcp_snippets": [{"name": "a", "value": "v", "id": 4, "description": "d", "enabled": false, "node": "app"},
          {"name": "b", "value": "v", "subnet": "10.0.0.0/24"}, {"name": "c", "value": "v", "subnet": "10.0.0.0/24", "ip_range": "10.0.0.200"}],
        "scripts": [{"name": "own", "script": "#!/bin/sh\n", "id": 900, "title": "t", "description": "d", "tags": ["x"], "script_type": "commissioning",
          "timeout": 60, "for_hardware": ["pci:10de:1eb8"], "destructive": true, "may_reboot": true, "recommission": true,
          "apply_configured_networking": true, "comment": "c", "hardware_type": "storage", "parallel": "any", "packages": {"apt": ["x"]}}],
        "package_repositories": [{"name": "r", "url": "http://r.example/", "id": 9, "distributions": ["noble"], "disabled_pockets": ["security"],
          "disabled_components": ["universe"], "disable_sources": false, "components": ["c"], "arches": ["amd64"], "key": "k", "enabled": false}],
        "notifications": [{"message": "m", "id": 9, "ident": "i", "user": "user", "context": {"a": 1}, "category": "error", "dismissable": false},
          {"message": "all", "users": true, "admins": false}],
        "license_keys": [{"osystem": "windows", "distro_series": "win2012", "license_key": "11111-22222-33333-44444-55555"}],
        "settings": {"upstream_dns": "8.8.8.8"},
        "events": [{"hostname": "app", "known_as": "old", "type": "T", "id": 12, "level": "WARNING", "description": "d", "username": "user", "action": "deploy"}]
        """#
}
