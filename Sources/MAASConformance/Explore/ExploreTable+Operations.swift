extension ExploreTable {
    static let text = """
        3 POST zones/ : name=@new description?=@text
        2 PUT zones/{name}/ : name?=@new description?=@text
        2 DELETE zones/{name}/
        3 POST resourcepools/ : name=@new description?=@text
        2 PUT resourcepool/{id}/ : name?=@new description?=@text
        2 DELETE resourcepool/{id}/
        3 POST tags/ : name=@new comment?=@text kernel_opts?=@one:quiet|console=ttyS0
        2 PUT tags/{name}/ : name?=@new comment?=@text kernel_opts?=@one:quiet|nomodeset
        3 POST tags/{name}/ update_nodes : add=@own:machines remove?=@own:machines
        1 POST tags/{name}/ rebuild
        2 DELETE tags/{name}/
        3 POST fabrics/ : name!=@new description?=@text class_type?=@one:10g|fast
        2 PUT fabrics/{id}/ : name?=@new description?=@text class_type?=@one:10g|1g
        2 DELETE fabrics/{id}/
        4 POST fabrics/{fabric_id}/vlans/ : vid=@int:1..4094 name?=@new description?=@text mtu?=@int:552..65535 space?=@ref:spaces
        3 PUT fabrics/{fabric_id}/vlans/{vid}/ : name?=@new vid?=@int:1..4094 mtu?=@int:552..65535 space?=@own:spaces dhcp_on?=@bool
        2 DELETE fabrics/{fabric_id}/vlans/{vid}/
        2 POST spaces/ : name!=@new description?=@text
        2 PUT spaces/{id}/ : name?=@new description?=@text
        2 DELETE spaces/{id}/
        5 POST subnets/ : cidr=@cidr name!=@new vlan!=@own:vlans gateway_ip?=@ip dns_servers?=@ip rdns_mode?=@int:0..2 managed?=@bool allow_dns?=@bool allow_proxy?=@bool active_discovery?=@bool description?=@text
        4 PUT subnets/{id}/ : name?=@new gateway_ip?=@ip dns_servers?=@ip rdns_mode?=@int:0..2 managed?=@bool allow_dns?=@bool description?=@text
        2 DELETE subnets/{id}/
        2 GET subnets/{id}/ statistics : include_ranges?=@bool include_suggestions?=@bool
        2 GET subnets/{id}/ ip_addresses : with_username?=@bool with_summary?=@bool
        1 GET subnets/{id}/ unreserved_ip_ranges
        1 GET subnets/{id}/ reserved_ip_ranges
        4 POST ipranges/ : type=@one:reserved|dynamic start_ip=@ip end_ip=@ip subnet!=@own:subnets comment!=@new
        2 PUT ipranges/{id}/ : start_ip?=@ip end_ip?=@ip type?=@one:reserved|dynamic
        2 DELETE ipranges/{id}/
        3 POST reservedips/ : ip=@ip mac_address=@mac subnet?=@own:subnets comment!=@new
        1 PUT reservedips/{id}/ : comment=@new mac_address?=@mac
        1 DELETE reservedips/{id}/
        2 POST static-routes/ : source=@own:subnets destination=@own:subnets gateway_ip=@ip metric?=@int:0..1000
        1 PUT static-routes/{id}/ : gateway_ip?=@ip metric?=@int:0..1000
        1 DELETE static-routes/{id}/
        3 POST domains/ : name!=@new authoritative?=@bool ttl?=@int:1..604800
        2 PUT domains/{id}/ : name?=@new ttl?=@int:1..604800 authoritative?=@bool
        2 DELETE domains/{id}/
        3 POST dnsresources/ : name=@new domain!=@own:domains ip_addresses?=@ip address_ttl?=@int:1..604800
        2 PUT dnsresources/{id}/ : name?=@new ip_addresses?=@ip address_ttl?=@int:0..604800
        2 DELETE dnsresources/{id}/
        3 POST dnsresourcerecords/ : name=@new domain!=@own:domains rrtype=@one:TXT|CNAME|MX|SRV|SSHFP|NS rrdata=@one:text|10~mail.example.com.|www.example.com. ttl?=@int:1..604800
        1 PUT dnsresourcerecords/{id}/ : rrdata?=@one:text|other ttl?=@int:1..604800
        1 DELETE dnsresourcerecords/{id}/
        3 POST devices/ : hostname!=@new mac_addresses=@mac domain?=@ref:domains description?=@text zone?=@ref:zones parent?=@own:machines
        2 PUT devices/{system_id}/ : hostname?=@new description?=@text zone?=@ref:zones parent?=@own:machines
        2 DELETE devices/{system_id}/
        1 POST devices/{system_id}/ set_owner_data : a=@text
        1 POST devices/{system_id}/ restore_networking_configuration
        1 POST devices/ set_zone : nodes=@own:devices zone=@own:zones
        5 POST machines/ : hostname!=@new architecture=@one:amd64/generic mac_addresses=@mac power_type!=@one:manual commission!=@one:false pool~=@own:resourcepools.name domain?=@ref:domains description?=@text zone?=@ref:zones min_hwe_kernel?=@one:ga-22.04|hwe-22.04
        4 PUT machines/{system_id}/ : hostname?=@new description?=@text zone?=@ref:zones domain?=@ref:domains swap_size?=@size cpu_count?=@int:0..64 memory?=@int:0..65536 architecture?=@one:amd64/generic|arm64/generic min_hwe_kernel?=@one:ga-22.04|hwe-22.04 pool?=@own:resourcepools.name
        4 DELETE machines/{system_id}/
        8 POST machines/{system_id}/ commission : enable_ssh?=@bool skip_networking?=@bool skip_storage?=@bool testing_scripts?=@one:none|memtester|smartctl-validate
        8 POST machines/{system_id}/ deploy : distro_series?=@one:jammy|noble|focal osystem?=@one:ubuntu comment?=@text bridge_all?=@bool user_data?=@one:eA==|not_base64! ephemeral_deploy?=@bool install_kvm?=@bool
        6 POST machines/{system_id}/ release : comment?=@text erase?=@bool quick_erase?=@bool secure_erase?=@bool
        3 POST machines/{system_id}/ abort : comment?=@text
        3 POST machines/{system_id}/ mark_broken : comment?=@text
        3 POST machines/{system_id}/ mark_fixed : comment?=@text
        3 POST machines/{system_id}/ lock : comment?=@text
        3 POST machines/{system_id}/ unlock : comment?=@text
        3 POST machines/{system_id}/ rescue_mode
        3 POST machines/{system_id}/ exit_rescue_mode
        3 POST machines/{system_id}/ test : testing_scripts?=@one:memtester|smartctl-validate|nothing enable_ssh?=@bool
        2 POST machines/{system_id}/ override_failed_testing : comment?=@text
        2 POST machines/{system_id}/ power_on : comment?=@text
        2 POST machines/{system_id}/ power_off : stop_mode?=@one:hard|soft comment?=@text
        1 POST machines/{system_id}/ clear_default_gateways
        2 POST machines/{system_id}/ set_owner_data : a=@text b?=@text
        2 POST machines/{system_id}/ set_workload_annotations : a=@text b?=@text
        3 POST machines/{system_id}/ set_storage_layout : storage_layout=@one:flat|lvm|bcache|blank|vmfs6|custom root_size?=@size boot_size?=@size vg_name?=@text lv_size?=@size
        1 POST machines/{system_id}/ mount_special : fstype=@one:tmpfs|ramfs|ext4 mount_point=@one:/mnt|relative|/ mount_options?=@text
        1 POST machines/{system_id}/ unmount_special : mount_point=@one:/mnt|/none
        1 POST machines/{system_id}/ restore_networking_configuration
        1 POST machines/{system_id}/ restore_storage_configuration
        1 POST machines/{system_id}/ restore_default_configuration
        1 GET machines/{system_id}/ power_parameters
        1 GET machines/{system_id}/ query_power_state
        6 POST machines/ allocate : pool!=@own:resourcepools.name cpu_count?=@int:0..16 mem?=@int:0..16384 arch?=@one:amd64|arm64/generic zone?=@ref:zones tags?=@own:tags not_tags?=@own:tags dry_run?=@bool verbose?=@bool interfaces?=@one:a:fabric=fabric-0|a:subnet=1|nothing storage?=@one:root:8|8|0|root:8(ssd)|x:y subnets?=@ref:subnets system_id?=@own:machines comment?=@text
        1 POST machines/ release : machines!=@own:machines comment?=@text
        1 POST machines/ accept : machines!=@own:machines
        1 POST machines/ clone : source=@own:machines destinations=@own:machines storage?=@bool interfaces?=@bool
        1 POST machines/ set_zone : nodes!=@own:machines zone=@ref:zones
        4 GET machines/ : hostname?=@ref:machines.hostname mac_address?=@mac id?=@ref:machines zone?=@ref:zones pool?=@ref:resourcepools.name domain?=@one:maas|none status?=@one:ready|new|deployed|all|broken tags?=@ref:tags not_tags?=@ref:tags arch?=@one:amd64|arm64 cpu_count?=@int:0..64 mem?=@int:0..65536 owner?=@one:admin|nobody power_state?=@one:on|off|unknown pod?=@ref:vm-hosts.name pod_type?=@one:lxd|virsh vlans?=@one:fabric-0 fabrics?=@one:fabric-0|1 limit?=@int:0..5 bogus?=@text
        2 GET nodes/ : hostname?=@ref:machines.hostname id?=@ref:machines zone?=@ref:zones domain?=@one:maas|none mac_address?=@mac agent_name?=@text
        1 GET machines/ is_registered : mac_address=@mac
        1 GET devices/ : hostname?=@ref:devices.hostname mac_address?=@mac id?=@own:devices zone?=@ref:zones
        4 POST nodes/{system_id}/interfaces/ create_physical : name=@one:eth5|eth6|eth7 mac_address=@mac vlan=@own:vlans mtu?=@int:552..65535 tags?=@one:a|a,b accept_ra?=@bool enabled?=@bool
        2 POST nodes/{system_id}/interfaces/ create_bond : name=@one:bond0|bond1 parents=@own:interfaces mac_address?=@mac bond_mode?=@one:802.3ad|active-backup|balance-rr bond_miimon?=@int:0..1000 mtu?=@int:552..65535 bond_lacp_rate?=@one:fast|slow
        2 POST nodes/{system_id}/interfaces/ create_bridge : name=@one:br0|br1 parent=@own:interfaces bridge_type?=@one:standard|ovs bridge_stp?=@bool bridge_fd?=@int:0..60
        2 POST nodes/{system_id}/interfaces/ create_vlan : parent=@own:interfaces vlan=@own:vlans tags?=@one:a|b
        3 PUT nodes/{system_id}/interfaces/{id}/ : name?=@one:eth8|eth9 mac_address?=@mac vlan?=@own:vlans mtu?=@int:552..65535 tags?=@one:a|a,b enabled?=@bool link_connected?=@bool link_speed?=@int:0..10000 interface_speed?=@int:0..10000
        5 POST nodes/{system_id}/interfaces/{id}/ link_subnet : mode=@one:auto|dhcp|static|link_up|AUTO subnet=@own:subnets ip_address?=@ip force?=@bool default_gateway?=@bool
        2 POST nodes/{system_id}/interfaces/{id}/ unlink_subnet : id=@of:links
        1 POST nodes/{system_id}/interfaces/{id}/ set_default_gateway : link_id?=@of:links
        1 POST nodes/{system_id}/interfaces/{id}/ add_tag : tag=@one:a|b
        1 POST nodes/{system_id}/interfaces/{id}/ remove_tag : tag=@one:a|b
        1 POST nodes/{system_id}/interfaces/{id}/ disconnect
        2 DELETE nodes/{system_id}/interfaces/{id}/
        3 POST nodes/{system_id}/blockdevices/ : name=@one:sdb|sdc|sdd size=@size block_size=@one:512|4096 model?=@one:QEMU serial?=@one:s1|s2|s3 id_path?=@one:/dev/disk/by-id/a|/dev/disk/by-id/b
        2 PUT nodes/{system_id}/blockdevices/{id}/ : name?=@one:sde|sdf size?=@size model?=@one:QEMU serial?=@one:s4
        1 POST nodes/{system_id}/blockdevices/{id}/ add_tag : tag=@one:ssd|fast
        1 POST nodes/{system_id}/blockdevices/{id}/ remove_tag : tag=@one:ssd|fast
        2 POST nodes/{system_id}/blockdevices/{id}/ format : fstype=@one:ext4|xfs|swap|zfs label?=@text uuid?=@one:none
        2 POST nodes/{system_id}/blockdevices/{id}/ mount : mount_point=@one:/srv|/|relative mount_options?=@one:ro
        1 POST nodes/{system_id}/blockdevices/{id}/ unmount
        1 POST nodes/{system_id}/blockdevices/{id}/ unformat
        1 POST nodes/{system_id}/blockdevices/{id}/ set_boot_disk
        2 DELETE nodes/{system_id}/blockdevices/{id}/
        3 POST nodes/{system_id}/blockdevices/{device_id}/partitions/ : size?=@size bootable?=@bool uuid?=@one:none
        1 POST nodes/{system_id}/blockdevices/{device_id}/partition/{id} format : fstype=@one:ext4|xfs|swap label?=@text
        1 POST nodes/{system_id}/blockdevices/{device_id}/partition/{id} mount : mount_point=@one:/srv|/
        1 POST nodes/{system_id}/blockdevices/{device_id}/partition/{id} unformat
        1 POST nodes/{system_id}/blockdevices/{device_id}/partition/{id} unmount
        1 POST nodes/{system_id}/blockdevices/{device_id}/partition/{id} add_tag : tag=@one:a|b
        1 DELETE nodes/{system_id}/blockdevices/{device_id}/partition/{id}
        2 POST nodes/{system_id}/volume-groups/ : name=@one:vg0|vg1 block_devices?=@own:blockdevices partitions?=@own:partitions
        1 POST nodes/{system_id}/volume-group/{id}/ create_logical_volume : name=@one:lv0|lv1 size?=@size
        1 PUT nodes/{system_id}/volume-group/{id}/ : name?=@one:vg2 add_block_devices?=@own:blockdevices
        1 DELETE nodes/{system_id}/volume-group/{id}/
        2 POST nodes/{system_id}/raids/ : name?=@one:md0|md1 level=@one:raid-0|raid-1|raid-5|raid-6|raid-10|1 block_devices?=@own:blockdevices partitions?=@own:partitions spare_devices?=@own:blockdevices
        1 DELETE nodes/{system_id}/raid/{id}/
        1 POST nodes/{system_id}/bcache-cache-sets/ : cache_device?=@own:blockdevices cache_partition?=@own:partitions
        1 DELETE nodes/{system_id}/bcache-cache-set/{id}/
        3 POST users/ : username!=@new email=@email password=@one:p4ssw0rd is_superuser!=@one:0
        2 DELETE users/{username}/
        2 POST scripts/ : name!=@new script=@script type!=@one:testing title?=@text description?=@text timeout?=@int:0..3600 tags?=@one:a|a,b destructive?=@bool parallel?=@int:0..2 hardware_type?=@int:0..4
        1 PUT scripts/{name} : title?=@text description?=@text timeout?=@int:0..3600 destructive?=@bool
        1 POST scripts/{name} add_tag : tag=@one:x|y
        1 POST scripts/{name} remove_tag : tag=@one:x|y
        1 DELETE scripts/{name}
        2 POST package-repositories/ : name!=@new url=@one:http://archive.example.com/ubuntu|ppa:me/it|ftp://x distributions?=@one:jammy|noble components?=@one:main|universe arches?=@one:amd64|bogus enabled!=@one:false disable_sources?=@bool
        1 PUT package-repositories/{id}/ : url?=@one:http://other.example.com/ubuntu arches?=@one:amd64|arm64 disable_sources?=@bool
        1 DELETE package-repositories/{id}/
        2 POST dhcp-snippets/ : name!=@new value=@text subnet!=@own:subnets enabled!=@one:false description?=@text
        1 PUT dhcp-snippets/{id}/ : description?=@text value?=@text
        1 POST dhcp-snippets/{id}/ revert : to=@int:-2..3
        1 DELETE dhcp-snippets/{id}/
        2 POST notifications/ : message!=@new category?=@one:info|warning|error|success ident?=@text admins?=@bool users?=@bool dismissable?=@bool context?=@one:{}|{"a":1}|[
        1 PUT notifications/{id}/ : category?=@one:info|warning admins?=@bool ident?=@text
        1 POST notifications/{id}/ dismiss
        1 DELETE notifications/{id}/
        4 POST vm-hosts/{id}/ compose : hostname!=@new pool!=@own:resourcepools cores?=@int:1..4 memory?=@int:1024..4096 storage?=@one:8|root:8|root:8(default)|a:4,b:4|x:y|8(none) architecture?=@one:amd64/generic|arm64/generic interfaces?=@one:eth0:subnet=1|eth0:space=none|x zone?=@ref:zones.id domain?=@ref:domains hugepages_backed?=@bool pinned_cores?=@int:0..3 skip_commissioning?=@bool
        3 GET vm-hosts/{id}/
        3 GET vm-hosts/
        1 GET vm-hosts/{id}/ parameters
        2 GET maas/ get_config : name=@one:maas_name|default_osystem|default_distro_series|kernel_opts|ntp_servers|bogus|upstream_dns|http_proxy
        1 GET users/ whoami
        2 GET dnsresources/ : all?=@bool domain?=@one:maas|none name?=@text rrtype?=@one:A|TXT fqdn?=@text
        2 GET dnsresourcerecords/ : domain?=@one:maas|none name?=@text rrtype?=@one:A|TXT|CNAME
        1 GET scripts/ : type?=@one:testing|commissioning|bogus hardware_type?=@one:cpu|disk|node filters?=@text include_script?=@bool
        1 GET nodes/{system_id}/results/ : type?=@one:commissioning|testing|x hardware_type?=@one:cpu|disk filters?=@text include_output?=@bool
        1 GET ipaddresses/ : all?=@bool ip?=@ip owner?=@one:admin
        1 GET boot-resources/ : type?=@one:synced|uploaded|x
        """
}
