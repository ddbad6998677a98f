<?php
/**
 * Plugin Name: Fix Ladder
 * Description: A block that walks readers through the fixes of a post, from the gentlest to the most drastic. All files come from your own site.
 * Version: {{ version }}
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 * Text Domain: fix-ladder
 *
 * One block, which a post stores as its attributes and the HTML that is written in it, and a shortcode for the classic
 * editor. Knows how WordPress wants tags and scripts, nothing of what is in a ladder.
 */

defined('ABSPATH') || exit;

/** The attributes of the block, and of the shortcode, with those of the element. */
const FIX_LADDER_ATTRIBUTES = [
    'ladder' => 'ladder',
    'src' => 'src',
    'anchor' => 'id',
    'lang' => 'lang',
    'theme' => 'theme',
    'headingLevel' => 'heading-level',
];

add_action('init', 'fix_ladder_register');

function fix_ladder_register() {
    $files = plugins_url('files/', __FILE__);
    // No version in the address: the script looks for its files beside it, and asks for each by its hash.
    wp_register_script('fix-ladder', $files . 'fix-ladder.js', [], null, true);
    wp_register_script(
        'fix-ladder-editor',
        plugins_url('editor.js', __FILE__),
        ['wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n'],
        '{{ version }}',
        true
    );
    register_block_type(__DIR__, ['render_callback' => 'fix_ladder_block']);
    add_shortcode('fix_ladder', 'fix_ladder_shortcode');
}

/** The editor offers the ladders that come with the plugin, by their titles. */
add_action('enqueue_block_editor_assets', function () {
    $ladders = [];
    foreach (glob(__DIR__ . '/files/ladders/*.json') ?: [] as $file) {
        $ladder = json_decode((string) file_get_contents($file), true);
        $ladders[] = ['id' => basename($file, '.json'), 'title' => $ladder['title'] ?? basename($file, '.json')];
    }
    wp_add_inline_script('fix-ladder-editor', 'window.fixLadders = ' . wp_json_encode($ladders) . ';', 'before');
});

/** What joins, delays or rewrites scripts is asked to leave this one alone. */
add_filter('script_loader_tag', function ($tag, $handle) {
    if ($handle !== 'fix-ladder') {
        return $tag;
    }
    $marks = ' async="" data-cfasync="false" data-noptimize="1" data-no-optimize="1" data-no-defer="1" nowprocket="" src=';
    return preg_replace('/ src=/', $marks, $tag, 1);
}, 10, 2);

/**
 * @param array<string, mixed> $given
 * @param string $content what the author has written in the block
 */
function fix_ladder_block($given, $content = '') {
    wp_enqueue_script('fix-ladder');
    $attributes = '';
    foreach (FIX_LADDER_ATTRIBUTES as $name => $attribute) {
        $value = trim((string) ($given[$name] ?? ''));
        if ($value !== '') {
            $value = $name === 'src' ? esc_url($value) : esc_attr($value);
            $attributes .= " $attribute=\"$value\"";
        }
    }
    // Around the element, so that no paragraph is made of it.
    return "<div class=\"wp-block-fix-ladder\"><fix-ladder$attributes>" . trim($content) . '</fix-ladder></div>';
}

function fix_ladder_shortcode($given, $content = '') {
    $given = (array) $given;
    // WordPress makes small letters of the names.
    $given['headingLevel'] = $given['heading_level'] ?? '';
    $given['anchor'] = $given['id'] ?? '';
    return fix_ladder_block($given, do_shortcode((string) $content));
}
