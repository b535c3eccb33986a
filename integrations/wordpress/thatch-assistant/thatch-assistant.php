<?php
/**
 * Plugin Name:       Thatch assistant
 * Description:       Puts the clinic's consultation assistant on hair loss on every page, by one script tag.
 * Version:           0.1.0
 * Requires at least: 5.7
 * Requires PHP:      7.4
 * Text Domain:       thatch-assistant
 *
 * @package Thatch\Assistant
 */

namespace Thatch\Assistant;

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/tag.php';

add_action( 'wp_footer', __NAMESPACE__ . '\print_tag' );

if ( is_admin() ) {
	require_once __DIR__ . '/includes/settings-page.php';

	add_action( 'admin_menu', __NAMESPACE__ . '\add_page' );
	add_action( 'admin_init', __NAMESPACE__ . '\register' );
	add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), __NAMESPACE__ . '\link_to_page' );
}
