<?php
/**
 * Installs the WordPress of the current folder and activates the plugin, as its own pages would.
 * Usage: php install.php ADDRESS
 */

define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST']   = parse_url( $argv[1], PHP_URL_HOST ) . ':' . parse_url( $argv[1], PHP_URL_PORT );
$_SERVER['REQUEST_URI'] = '/';

require getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install( 'A clinic', 'editor-in-chief', 'chief@clinic.example', false, '', 'correct horse battery' );
wp_insert_user(
	array(
		'user_login' => 'reader',
		'user_pass'  => 'staple of a reader',
		'user_email' => 'reader@clinic.example',
		'role'       => 'subscriber',
	)
);
$fault = activate_plugin( 'thatch-assistant/thatch-assistant.php' );
if ( is_wp_error( $fault ) ) {
	fwrite( STDERR, $fault->get_error_message() );
	exit( 1 );
}
