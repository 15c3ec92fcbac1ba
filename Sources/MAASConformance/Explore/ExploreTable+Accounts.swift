extension ExploreTable {
    /// What belongs to who asks, and what a region is told of itself: keys, tokens, files, images, settings, hosts.
    static let accounts = """
        2 POST account/ create_authorisation_token : name?=@new
        1 POST account/ update_token_name : token=@own:tokens name=@new
        1 POST account/ delete_authorisation_token : token_key=@own:tokens
        3 POST account/prefs/sshkeys/ : key=@sshkey
        1e POST account/prefs/sshkeys/ import : keysource=@one:lp:nobody|gh:nobody|nobody|xx:nobody
        1o GET account/prefs/sshkeys/{id}/
        2 DELETE account/prefs/sshkeys/{id}/
        2 POST account/prefs/sslkeys/ : key=@sslkey
        1o GET account/prefs/sslkeys/{id}/
        1 DELETE account/prefs/sslkeys/{id}/
        3 POST files/ : filename=@new file=@file
        1o GET files/{filename}/
        1 GET files/ get : filename=@own:files
        1 GET files/ get_by_key : key=@own:files.key
        1 GET files/ : prefix?=@own:files
        1 DELETE files/{filename}/
        1 DELETE files/ : filename!=@own:files
        2 POST ipaddresses/ reserve : subnet!=@own:subnets.cidr ip?=@ip mac?=@mac hostname?=@new
        2 POST ipaddresses/ release : ip=@own:ipaddresses force?=@bool discovered?=@bool
        3 POST boot-resources/ : name!=@new architecture=@one:amd64/generic|arm64/generic|amd64 filetype?=@one:tgz|tbz|txz|ddtgz|ddraw|bogus title?=@text base_image?=@one:ubuntu/jammy|ubuntu/noble|rhel/9|custom|x/y keep_old?=@bool content=@file
        1 DELETE boot-resources/{id}/
        3 POST boot-sources/ : url=@url keyring_filename?=@one:/usr/share/keyrings/none.gpg|relative keyring_data?=@file
        2 PUT boot-sources/{id}/ : url?=@url keyring_filename?=@one:/usr/share/keyrings/other.gpg
        1 DELETE boot-sources/{id}/
        2 POST boot-sources/{boot_source_id}/selections/ : os=@one:ubuntu|centos release=@one:noble|jammy|bogus arches?=@one:amd64|arm64|* subarches?=@one:*|generic labels?=@one:*|stable
        1 PUT boot-sources/{boot_source_id}/selections/{id}/ : os?=@one:ubuntu release?=@one:noble|focal arches?=@one:amd64|*
        1 DELETE boot-sources/{boot_source_id}/selections/{id}/
        1e POST license-keys/ : osystem=@one:windows|ubuntu distro_series=@one:win2012|noble license_key=@one:XXXXX-XXXXX-XXXXX-XXXXX-XXXXX|AAAAA-BBBBB-CCCCC-DDDDD-EEEEE|short
        1 PUT license-key/{osystem}/{distro_series} : license_key=@one:AAAAA-BBBBB-CCCCC-DDDDD-FFFFF|short
        1 DELETE license-key/{osystem}/{distro_series}
        4 POST maas/ set_config : name=@setting value=@settingvalue
        3 POST groups/ : name=@new description?=@text
        2 PUT groups/{id}/ : name?=@new description?=@text
        1 DELETE groups/{id}/
        2 POST groups/{id}/ add_member : username=@own:users
        1 POST groups/{id}/ remove_member : username=@own:users
        2 POST groups/{id}/ add_entitlement : resource_type=@one:maas|pool|bogus resource_id=@one:0|1 entitlement=@one:can_view_machines|can_deploy_machines|can_edit_machines|can_edit_global_entities|bogus
        1 POST groups/{id}/ remove_entitlement : resource_type=@one:maas|pool resource_id=@one:0|1 entitlement=@one:can_view_machines|can_deploy_machines|can_edit_machines
        2 POST vm-hosts/ : type!=@one:lxd power_address=@nohost project!=@new name!=@new zone?=@ref:zones pool?=@own:resourcepools.name tags?=@one:a|a,b cpu_over_commit_ratio?=@one:1|2.5|11|-1|x memory_over_commit_ratio?=@one:1|2|11|x
        1 POST pods/ : type!=@one:lxd power_address=@nohost project!=@new name!=@new zone?=@ref:zones pool?=@own:resourcepools.name
        2 PUT vm-hosts/{id}/ : name?=@new zone?=@ref:zones pool?=@own:resourcepools.name tags?=@one:a|b,c cpu_over_commit_ratio?=@one:1|3|11|x memory_over_commit_ratio?=@one:1|0.5|11|x default_storage_pool?=@one:default|bogus default_macvlan_mode?=@one:bridge|passthru|bogus
        1 PUT pods/{id}/ : name?=@new zone?=@ref:zones tags?=@one:a|b cpu_over_commit_ratio?=@one:1|3|11
        1 POST vm-hosts/{id}/ refresh
        1 POST pods/{id}/ refresh
        1 POST vm-hosts/{id}/ add_tag : tag=@one:x|y
        1 POST vm-hosts/{id}/ remove_tag : tag=@one:x|virtual|pod-console-logging
        1 POST pods/{id}/ add_tag : tag=@one:x|y
        1 POST pods/{id}/ remove_tag : tag=@one:x|y
        1 DELETE vm-hosts/{id}/ : decompose?=@bool
        1 DELETE pods/{id}/
        2 POST pods/{id}/ compose : hostname!=@new pool!=@own:resourcepools cores?=@int:1..4 memory?=@int:1024..4096 storage?=@one:8|root:8|a:4,b:4|x:y
        1 PUT vm-clusters/{id} : name?=@new
        1 DELETE vm-clusters/{id}
        """

    /// More of machines and their parts.
    static let parts = """
        2 POST nodes/{system_id}/bcaches/ : name?=@one:bcache0|bcache1 cache_set=@own:bcache-cache-sets backing_device?=@own:blockdevices backing_partition?=@own:partitions cache_mode=@one:writeback|writethrough|writearound|WRITEBACK
        1 PUT nodes/{system_id}/bcache/{id}/ : name?=@one:bcache2 cache_mode?=@one:writeback|writethrough backing_device?=@own:blockdevices
        1 DELETE nodes/{system_id}/bcache/{id}/
        1 PUT nodes/{system_id}/bcache-cache-set/{id}/ : cache_device?=@own:blockdevices cache_partition?=@own:partitions
        2 POST nodes/{system_id}/vmfs-datastores/ : name=@one:ds0|ds1 block_devices?=@own:blockdevices partitions?=@own:partitions
        1 PUT nodes/{system_id}/vmfs-datastore/{id}/ : name?=@one:ds2 add_block_devices?=@own:blockdevices remove_partitions?=@own:partitions
        1 DELETE nodes/{system_id}/vmfs-datastore/{id}/
        1 PUT nodes/{system_id}/raid/{id}/ : name?=@one:md2 add_block_devices?=@own:blockdevices remove_block_devices?=@own:blockdevices add_spare_devices?=@own:blockdevices
        1 POST nodes/{system_id}/volume-group/{id}/ delete_logical_volume : id=@of:logical-volumes
        1 POST nodes/{system_id}/blockdevices/{device_id}/partition/{id} remove_tag : tag=@one:a|b
        1 PUT nodes/{system_id}/results/{id}/ : suppressed?=@bool include_output?=@bool hardware_type?=@one:cpu|disk|bogus
        1 DELETE nodes/{system_id}/results/{id}/
        1 DELETE nodes/{system_id}/
        1 DELETE nodes/{system_id}/devices/{id}/
        1 POST nodes/ set_zone : nodes!=@own:machines zone=@ref:zones
        1 POST devices/{system_id}/ set_workload_annotations : a=@text
        1 POST devices/{system_id}/ restore_default_configuration
        1o GET machines/{system_id}/ get_token
        1 POST scripts/{name} revert : to=@int:-2..3
        2e POST commissioning-scripts/ : name!=@new content=@scriptfile
        1e PUT commissioning-scripts/{name} : content=@scriptfile
        1e DELETE commissioning-scripts/{name}
        1e GET commissioning-scripts/{name}
        """

    /// What concerns everybody. `r`: asked only by those whom it is not granted to.
    static let everybodys = """
        1r POST domains/ set_serial : serial=@int:1..4294967295
        1r POST domains/{id}/ set_default
        1r POST boot-resources/ import
        1r POST boot-resources/ stop_import
        1re POST machines/ accept_all
        1r POST machines/ add_chassis : chassis_type=@one:virsh|bogus hostname=@text
        1r POST discovery/ clear : mdns?=@bool neighbours?=@bool all?=@bool
        1 POST discovery/ clear_by_mac_and_ip : ip=@ip mac!=@mac
        1r POST discovery/ scan : cidr?=@cidr force?=@bool threads?=@int:1..4
        1e GET discovery/
        1e GET discovery/{discovery_id}/
        1e GET discovery/ by_unknown_ip
        1e GET discovery/ by_unknown_mac
        1e GET discovery/ by_unknown_ip_and_mac
        1r POST rackcontrollers/ import_boot_images
        1r POST rackcontrollers/ set_zone : nodes=@ref:rackcontrollers zone=@ref:zones
        1r POST rackcontrollers/{system_id}/ import_boot_images
        1r POST rackcontrollers/{system_id}/ abort : comment?=@text
        1r POST rackcontrollers/{system_id}/ override_failed_testing : comment?=@text
        1r POST rackcontrollers/{system_id}/ power_off : comment?=@text
        1r POST rackcontrollers/{system_id}/ power_on : comment?=@text
        1r POST rackcontrollers/{system_id}/ test : testing_scripts?=@one:none|bogus
        1r PUT rackcontrollers/{system_id}/ : description?=@text zone?=@ref:zones
        1r DELETE rackcontrollers/{system_id}/
        1e GET rackcontrollers/{system_id}/ list_boot_images
        1r POST regioncontrollers/ set_zone : nodes=@ref:regioncontrollers zone=@ref:zones
        1r PUT regioncontrollers/{system_id}/ : description?=@text zone?=@ref:zones
        1r DELETE regioncontrollers/{system_id}/
        1 POST networks/ : name=@new ip?=@ip
        1 PUT networks/{name}/ : name?=@new
        1 DELETE networks/{name}/
        1 POST networks/{name}/ connect_macs : macs=@mac
        1 POST networks/{name}/ disconnect_macs : macs=@mac
        1 PUT oidc-providers/{id}/ : name=@new
        1 DELETE oidc-providers/{id}/
        1r POST oidc-providers/ : name!=@new issuer_url=@url client_id=@text client_secret=@one:not-a-secret enabled!=@one:false token_type=@one:JWT|Opaque vendor=@one:Generic redirect_uri=@url scopes=@one:openid
        """
}
